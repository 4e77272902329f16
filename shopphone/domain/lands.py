"""The German states a postcode can lie in, by its first two digits.

Two digits are not exact at the borders of the states. Only holidays are asked by it, and one
holiday too many gives the customer a day more, never a day less (§ 361 (2) BGB).
"""

_ZONES = """
01 SN BB; 02 SN BB; 03 BB SN; 04 SN ST TH BB; 06 ST SN TH; 07 TH SN; 08-09 SN; 10-13 BE BB;
14 BB BE ST; 15-16 BB; 17 MV BB; 18 MV; 19 MV BB NI; 20 HH; 21 NI HH SH MV; 22 HH SH; 23 SH MV;
24-25 SH; 26 NI; 27-28 NI HB HH SH; 29 NI ST; 30-31 NI NW; 32-33 NW NI; 34 HE NI NW; 35 HE;
36 HE TH; 37 NI HE NW TH; 38 NI ST; 39 ST NI; 40-47 NW; 48-49 NW NI; 50 NW; 51 NW RP; 52 NW; 53 NW RP;
54 RP; 55 RP HE; 56 RP; 57 NW RP; 58-59 NW HE; 60-62 HE; 63 HE BY; 64 HE BW; 65 HE RP; 66 SL RP; 67 RP;
68-69 BW HE; 70-73 BW; 74 BW BY; 75 BW; 76 BW RP; 77-79 BW; 80-85 BY; 86-87 BY BW; 88-89 BW BY;
90-95 BY; 96 BY TH; 97 BY BW HE; 98-99 TH
"""


def of_postcode(postcode: str) -> tuple[str, ...]:
    """The states this German postcode can lie in; none if it is no postcode."""
    return _BY_ZONE.get(postcode.strip()[:2], ())


def _by_zone() -> dict[str, tuple[str, ...]]:
    found = {}
    for entry in _ZONES.replace("\n", " ").split(";"):
        zone, *states = entry.split()
        first, _, last = zone.partition("-")
        for number in range(int(first), int(last or first) + 1):
            found[f"{number:02}"] = tuple(states)
    return found


_BY_ZONE = _by_zone()

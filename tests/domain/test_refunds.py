"""Whatever is withdrawn, changed and paid in whatever order: the money comes out to the cent."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from shopphone.domain import refunds
from shopphone.domain.money import ZERO, allocate
from shopphone.domain.refunds import Case, Ledger, Money, Piece, Settled, Share

cents = st.integers(0, 200_000).map(lambda n: Decimal(n).scaleb(-2))
lines = st.lists(st.tuples(cents, st.integers(1, 12)), min_size=1, max_size=6)
D = Decimal


def shares_of(found: list[tuple[Decimal, int]]) -> list[Share]:
    return [
        Share(position=n, quantity=D(pieces), amount=amount)
        for n, (amount, pieces) in enumerate(found, 1)
    ]


@st.composite
def in_parts(draw: st.DrawFn, shares: list[Share]) -> list[Case]:
    """All of it withdrawn, in parts of any size and in any order."""
    parts = []
    for share in shares:
        left = int(share.quantity)
        while left:
            some = draw(st.integers(1, left))
            parts.append(Piece(position=share.position, quantity=D(some)))
            left -= some
    return [Case(pieces=(piece,)) for piece in draw(st.permutations(parts))]


def money(shares: list[Share], sent: Decimal, standard: Decimal | None, paid: Decimal) -> Money:
    total = sum((share.amount for share in shares), sent)
    return Money(total=total, paid=paid, sent=sent, standard=standard)


def back(found: Ledger) -> Decimal:
    return sum((each.refund for each in found.given), ZERO)


@given(
    st.data(), lines, cents, st.none() | cents, st.integers(0, 400_000).map(lambda n: D(n) / 100)
)
def test_all_parts_give_back_what_was_paid_but_the_surcharge(
    data: st.DataObject,
    found: list[tuple[Decimal, int]],
    sent: Decimal,
    standard: Decimal | None,
    paid: Decimal,
) -> None:
    shares = shares_of(found)
    cases = data.draw(in_parts(shares))
    ledger = refunds.reckon(shares, cases, money(shares, sent, standard, paid))
    kept = max(sent - standard, ZERO) if standard is not None else ZERO
    assert ledger.due == kept
    assert back(ledger) == max(paid - kept, ZERO)
    assert all(each.refund >= ZERO for each in ledger.given)
    assert all(ZERO <= each.surplus <= each.refund for each in ledger.given)
    amounts = [amount for each in ledger.given for amount in each.amounts]
    assert sum(amounts, ZERO) == sum((share.amount for share in shares), ZERO)
    assert all(amount >= ZERO for amount in amounts)


@given(st.data(), lines, cents)
def test_what_was_reckoned_once_is_reckoned_the_same_again(
    data: st.DataObject, found: list[tuple[Decimal, int]], sent: Decimal
) -> None:
    """Each sheet keeps its amounts; a later withdrawal changes none of an earlier one."""
    shares = shares_of(found)
    cases = data.draw(in_parts(shares))
    of = money(shares, sent, sent, sum((share.amount for share in shares), sent))
    whole = refunds.reckon(shares, cases, of)
    for n in range(len(cases)):
        first = refunds.reckon(shares, cases[: n + 1], of)
        assert first.given == whole.given[: n + 1]
    kept = [
        replace(case, pieces=[replace(case.pieces[0], amount=each.amounts[0])])
        for case, each in zip(cases, whole.given, strict=True)
    ]
    assert refunds.reckon(shares, kept, of) == whole


@given(st.data(), lines, cents, cents, cents)
def test_what_was_paid_back_stays_and_the_rest_still_adds_up(
    data: st.DataObject,
    found: list[tuple[Decimal, int]],
    sent: Decimal,
    paid: Decimal,
    discount: Decimal,
) -> None:
    """A discount given after some parts were paid back goes to what is left."""
    shares = shares_of(found)
    cases = data.draw(in_parts(shares))
    before = refunds.reckon(shares, cases, money(shares, sent, sent, paid))
    done = data.draw(st.integers(0, len(cases) - 1))
    fixed = [
        replace(
            case,
            pieces=[replace(case.pieces[0], amount=each.amounts[0])],
            settled=Settled(
                shipping=each.shipping,
                surcharge=each.surcharge,
                surplus=each.surplus,
                refund=each.refund,
            ),
        )
        for case, each in zip(cases[:done], before.given, strict=False)
    ]
    goods = sum((share.amount for share in shares), ZERO)
    gone = sum((each.amounts[0] for each in before.given[:done]), ZERO)
    discount = min(discount, goods - gone)
    rest = goods - discount
    parts = allocate(rest, [share.amount for share in shares])
    reduced = [replace(share, amount=part) for share, part in zip(shares, parts, strict=True)]
    now = Money(total=rest + sent, paid=paid, sent=sent, standard=sent)
    after = refunds.reckon(reduced, [*fixed, *cases[done:]], now)
    assert after.given[:done] == before.given[:done]
    assert after.due == ZERO
    assert back(after) == paid


def of(shares: list[Share], *cases: Case, paid: str, total: str, sent: str = "4.90") -> Ledger:
    return refunds.reckon(
        shares, cases, Money(total=D(total), paid=D(paid), sent=D(sent), standard=D(sent))
    )


PAN = Share(position=1, quantity=D(1), amount=D("54.90"))
OIL = Share(position=2, quantity=D(2), amount=D("19.60"))
ONE_OIL = Case(pieces=(Piece(position=2, quantity=D(1)),))


def test_what_was_not_paid_is_taken_off_first() -> None:
    found = of([PAN, OIL], ONE_OIL, paid="70.00", total="79.40")
    assert (found.given[0].value, found.given[0].refund) == (D("9.80"), D("0.40"))
    assert (found.due, found.kept) == (D("69.60"), D("69.60"))


def test_what_was_paid_too_much_goes_back_with_the_first() -> None:
    found = of([PAN, OIL], ONE_OIL, ONE_OIL, paid="85.00", total="79.40")
    assert [(each.refund, each.surplus) for each in found.given] == [
        (D("15.40"), D("5.60")),
        (D("9.80"), ZERO),
    ]


def test_a_part_done_and_a_loss_never_take_more_than_the_line() -> None:
    piece = Piece(position=1, quantity=D(1), loss=D("50.00"), done=D("0.3333"))
    found = of([PAN], Case(pieces=(piece,)), paid="59.80", total="59.80")
    assert found.given[0].used == (D("18.30"),)
    assert found.given[0].value == D("4.90")


def test_a_declined_withdrawal_takes_nothing_and_gives_nothing() -> None:
    declined = replace(ONE_OIL, takes=False, holds=False)
    found = of([PAN, OIL], declined, ONE_OIL, ONE_OIL, paid="79.40", total="79.40")
    assert (found.due, found.kept) == (D("59.80"), D("59.80"))


def test_nobody_knows_standard_delivery_all_goes_back_but_what_is_named() -> None:
    whole = Case(pieces=(Piece(position=1, quantity=D(1)),))
    unknown = Money(total=D("67.80"), paid=D("67.80"), sent=D("12.90"), standard=None)
    assert refunds.reckon([PAN], [whole], unknown).given[0].refund == D("67.80")
    named = replace(whole, named_surcharge=D("8.00"))
    given_back = refunds.reckon([PAN], [named], unknown).given[0]
    assert (given_back.shipping, given_back.surcharge) == (D("4.90"), D("8.00"))

"""IBANs: whether one can be right, and whose bank it is, without asking anybody."""

from shopphone.domain.payment import IbanCheck
from shopphone.services.desk import Desk


def check(desk: Desk, text: str) -> IbanCheck:
    """What can be said of an IBAN while it is typed."""
    plain = compact(text)
    return IbanCheck(iban=plain, valid=is_valid(plain), bank=bank_of(plain))


def compact(text: str) -> str:
    return "".join(text.split()).upper()


def is_valid(text: str) -> bool:
    """Country, length, check digits, and the check the country's banks have of their own."""
    # the library loads the banks of all countries; only a debit needs them
    import schwifty
    from schwifty.exceptions import SchwiftyException

    try:
        schwifty.IBAN(compact(text), validate_bban=True)
    except SchwiftyException:
        return False
    return True


def bank_of(text: str) -> str:
    """The name of the bank, empty where the registry does not know it."""
    import schwifty
    from schwifty.exceptions import SchwiftyException

    try:
        return schwifty.IBAN(compact(text)).bank_name or ""
    except SchwiftyException:
        return ""

"""How the shop's sheet looks, from its settings and the pictures kept with the shop."""

import shopphone.services.shop_files as shop_files
from shopphone.domain.letters import Stationery
from shopphone.services.desk import Desk


def of_shop(desk: Desk) -> Stationery:
    logo, signature = (shop_files.read(desk, key) or b"" for key in shop_files.PICTURES)
    return Stationery(
        form=desk.setting("letter.form"),
        colour=desk.setting("letter.colour"),
        logo=logo,
        signature=signature,
        footer=desk.setting("letter.footer"),
        next_head=desk.setting("letter.next_head"),
    )

"""A shop's file on another computer's disk is refused; on one's own, whatever its kind, it is not."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from shopphone.domain.errors import Refused
from shopphone.store import disks, upgrade

MOUNTS = r"""21 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
35 21 0:30 / /mnt/nas rw,relatime shared:1 - cifs //nas/shop rw
36 21 0:31 / /mnt/my\040stick rw - vfat /dev/sdb1 rw
37 21 0:32 / /home/anna/nfs rw - nfs4 server:/home rw
38 37 0:33 / /home/anna/nfs/local rw - ext4 /dev/sdc1 rw
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/anna/.local/share/shopphone", "ext4"),
        ("/mnt/nas/shop", "cifs"),
        ("/mnt/nasty", "ext4"),
        ("/mnt/my stick/backups", "vfat"),
        ("/home/anna/nfs/shop", "nfs4"),
        ("/home/anna/nfs/local/shop", "ext4"),
    ],
)
def test_the_nearest_disk_counts(folder: str, kind: str) -> None:
    assert disks.kind_of(Path(folder), MOUNTS) == kind


def test_a_shop_on_a_share_is_not_opened_and_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = tmp_path / "mountinfo"
    listed.write_text(f"40 1 0:40 / {tmp_path} rw - cifs //nas/shop rw\n")
    monkeypatch.setattr(disks, "_MOUNTS", listed)
    with pytest.raises(Refused, match="shop_file_on_network"):
        upgrade.open_file(tmp_path / "shop.db", datetime(2026, 11, 24, tzinfo=UTC))
    assert [each.name for each in tmp_path.iterdir()] == ["mountinfo"]
    listed.write_text(f"40 1 0:40 / {tmp_path} rw - ext4 /dev/sda1 rw\n")
    upgrade.open_file(tmp_path / "shop.db", datetime(2026, 11, 24, tzinfo=UTC)).close()

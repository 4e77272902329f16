"""The system's keyring: passwords stay out of the shop's database, of copies and of settings' files."""

from shopphone.domain.errors import Unavailable

_SERVICE = "shopphone"


class Keyring:
    """What the desk is given to read and keep passwords.

    Only the system's own keyrings are used: `keyring` would also take a plain file if a package
    that brings one is installed.
    """

    def read(self, name: str) -> str:
        """The password, or "" if none was kept. Raises Unavailable: keyring_none, keyring."""
        import keyring
        from keyring.errors import KeyringError

        try:
            _refuse_plain()
            return keyring.get_password(_SERVICE, name) or ""
        except KeyringError as error:
            raise _unavailable(error) from error

    def keep(self, name: str, password: str) -> None:
        """Keep or, with "", forget. Raises Unavailable as read does."""
        import keyring
        from keyring.errors import KeyringError, PasswordDeleteError

        try:
            _refuse_plain()
            if password:
                keyring.set_password(_SERVICE, name, password)
            else:
                keyring.delete_password(_SERVICE, name)
        except PasswordDeleteError:
            pass  # there was none
        except KeyringError as error:
            raise _unavailable(error) from error


def _refuse_plain() -> None:
    import keyring

    backend = keyring.get_keyring()
    if type(backend).__module__.startswith("keyrings.alt"):
        raise Unavailable("keyring_none")


def _unavailable(error: Exception) -> Unavailable:
    from keyring.errors import NoKeyringError

    if isinstance(error, NoKeyringError):
        return Unavailable("keyring_none")
    return Unavailable("keyring", str(error))

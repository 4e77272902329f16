"""A real HTTP peer that speaks TR-064 as a FRITZ!Box does: descriptions, digest login, SOAP, lists."""

import hashlib
import re
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from xml.sax.saxutils import escape

_REALM, _NONCE = "F!Box SOAP-Auth", "0A1B2C3D4E5F6071"
_SERVICES = {
    "DeviceInfo": ("DeviceInfo:1", "/upnp/control/deviceinfo", "/deviceinfoSCPD.xml"),
    "X_AVM-DE_OnTel": ("X_AVM-DE_OnTel:1", "/upnp/control/x_contact", "/x_contactSCPD.xml"),
    "X_VoIP": ("X_VoIP:1", "/upnp/control/x_voip", "/x_voipSCPD.xml"),
}
_Arguments = tuple[list[str], list[str]]  # in, out
_ACTIONS: dict[str, dict[str, _Arguments]] = {
    "/deviceinfoSCPD.xml": {"GetInfo": ([], ["NewDescription"])},
    "/x_contactSCPD.xml": {
        "GetCallList": ([], ["NewCallListURL"]),
        "GetPhonebookList": ([], ["NewPhonebookList"]),
        "GetPhonebook": (["NewPhonebookID"], ["NewPhonebookURL"]),
    },
    "/x_voipSCPD.xml": {
        "X_AVM-DE_GetNumbers": ([], ["NewNumberList"]),
        "X_AVM-DE_DialNumber": (["NewX_AVM-DE_PhoneNumber"], []),
    },
}


class Tr064Peer:
    """One box with one user. call_list, phone_book: the XML it hands out."""

    def __init__(self, *, user: str = "shopphone", password: str = "geheim") -> None:
        self.user, self.password = user, password
        self.call_list = "<root><timestamp>1</timestamp></root>"
        self.phone_book = "<phonebooks/>"
        self.numbers: list[tuple[str, str]] = []
        self.dialled: list[str] = []
        self.dial_error = 0
        self.asked: list[str] = []
        peer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                peer.asked.append(self.path)
                self._send(*peer.document(self.path))

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                given = self.headers.get("Authorization", "")
                if not peer.lets_in(given, self.path):
                    self._send(401, "<html><body>Unauthorized</body></html>", challenge=True)
                    return
                action = self.headers["SOAPAction"].strip('"').partition("#")[2]
                peer.asked.append(action)
                self._send(*peer.answer(action, body))

            def _send(self, code: int, text: str, *, challenge: bool = False) -> None:
                data = text.encode()
                self.send_response(code)
                if challenge:
                    said = f'Digest realm="{_REALM}", nonce="{_NONCE}", algorithm=MD5, qop="auth"'
                    self.send_header("WWW-Authenticate", said)
                self.send_header("Content-Type", "text/xml; charset=utf-8")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, format: str, *args: object) -> None:
                """The tests' output is theirs."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = int(self._server.server_address[1])
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def __enter__(self) -> "Tr064Peer":
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(timeout=5)

    def lets_in(self, given: str, path: str) -> bool:
        said = dict(re.findall(r'(\w+)="?([^",]+)"?', given))
        if said.get("username") != self.user:
            return False
        who = _md5(f"{self.user}:{_REALM}:{self.password}")
        what = _md5(f"POST:{path}")
        told = f"{who}:{_NONCE}:{said['nc']}:{said['cnonce']}:auth:{what}"
        return bool(said["response"] == _md5(told))

    def document(self, path: str) -> tuple[int, str]:
        pages: dict[str, Callable[[], str]] = {
            "/tr64desc.xml": _description,
            "/calllist.lua": lambda: self.call_list,
            "/phonebook.lua": lambda: self.phone_book,
        }
        name = path.partition("?")[0]
        if name in _ACTIONS:
            return 200, _scpd(_ACTIONS[name])
        return (200, pages[name]()) if name in pages else (404, "<html/>")

    def answer(self, action: str, body: str) -> tuple[int, str]:
        base = f"http://127.0.0.1:{self.port}"
        items = "".join(
            f"<Item><Number>{number}</Number><Type>eVoIP</Type><Index>{n}</Index><Name>{name}</Name></Item>"
            for n, (number, name) in enumerate(self.numbers)
        )
        values = {
            "GetInfo": {"NewDescription": "FRITZ!Box 7590 154.07.57"},
            "GetCallList": {"NewCallListURL": f"{base}/calllist.lua?sid=0123456789abcdef"},
            "GetPhonebookList": {"NewPhonebookList": "0"},
            "GetPhonebook": {"NewPhonebookURL": f"{base}/phonebook.lua?sid=0&pbid=0"},
            "X_AVM-DE_GetNumbers": {"NewNumberList": f"<List>{items}</List>"},
            "X_AVM-DE_DialNumber": {},
        }[action]
        if action == "X_AVM-DE_DialNumber":
            if self.dial_error:
                return 500, _fault(self.dial_error)
            found = re.search(r"PhoneNumber>([^<]*)<", body)
            self.dialled.append(found[1] if found else "")
        inside = "".join(f"<{key}>{escape(text)}</{key}>" for key, text in values.items())
        return 200, _envelope(f'<u:{action}Response xmlns:u="x">{inside}</u:{action}Response>')


def call(
    number: str, kind: int, date: str, *, own: str = "99998000", port: str = "10", more: str = ""
) -> str:
    """One entry of the call list as the box writes it."""
    called, caller = (number, "") if kind == 3 else ("SIP: " + own, number)
    own_fields = (
        f"<CallerNumber>{own}</CallerNumber>"
        if kind == 3
        else f"<CalledNumber>{own}</CalledNumber>"
    )
    duration = "0:00" if kind in (2, 10) else "0:03"
    return (
        f"<Call><Id>{abs(hash((number, date))) % 9999}</Id><Type>{kind}</Type><Caller>{caller}</Caller>"
        f"<Called>{called}</Called>{own_fields}<Name></Name><Numbertype>sip</Numbertype>"
        f"<Device>Telefon</Device><Port>{port}</Port><Date>{date}</Date>"
        f"<Duration>{duration}</Duration><Count></Count><Path>{more}</Path></Call>"
    )


def call_list(*calls: str) -> str:
    return f"<?xml version='1.0' encoding='utf-8'?><root><timestamp>1</timestamp>{''.join(calls)}</root>"


def _description() -> str:
    services = "".join(
        f"<service><serviceType>urn:dslforum-org:service:{kind}</serviceType>"
        f"<serviceId>urn:x:serviceId:{name}1</serviceId><controlURL>{control}</controlURL>"
        f"<eventSubURL>{control}</eventSubURL><SCPDURL>{scpd}</SCPDURL></service>"
        for name, (kind, control, scpd) in _SERVICES.items()
    )
    return (
        '<?xml version="1.0"?><root xmlns="urn:dslforum-org:device-1-0"><specVersion><major>1</major>'
        "<minor>0</minor></specVersion><systemVersion><HW>226</HW><Major>154</Major><Minor>7</Minor>"
        "<Patch>57</Patch><Buildnumber>1</Buildnumber><Display>154.07.57</Display></systemVersion>"
        "<device><deviceType>urn:dslforum-org:device:InternetGatewayDevice:1</deviceType>"
        "<friendlyName>FRITZ!Box 7590</friendlyName><manufacturer>AVM</manufacturer>"
        "<modelName>FRITZ!Box 7590</modelName>"
        f"<serviceList>{services}</serviceList></device></root>"
    )


def _scpd(actions: dict[str, _Arguments]) -> str:
    names = sorted({name for into, out in actions.values() for name in (*into, *out)})
    told = "".join(
        f"<action><name>{name}</name><argumentList>"
        + "".join(_argument(each, "in") for each in into)
        + "".join(_argument(each, "out") for each in out)
        + "</argumentList></action>"
        for name, (into, out) in actions.items()
    )
    variables = "".join(
        f'<stateVariable sendEvents="no"><name>{name}</name><dataType>string</dataType></stateVariable>'
        for name in names
    )
    return (
        '<?xml version="1.0"?><scpd xmlns="urn:dslforum-org:service-1-0">'
        f"<actionList>{told}</actionList><serviceStateTable>{variables}</serviceStateTable></scpd>"
    )


def _argument(name: str, direction: str) -> str:
    return (
        f"<argument><name>{name}</name><direction>{direction}</direction>"
        f"<relatedStateVariable>{name}</relatedStateVariable></argument>"
    )


def _envelope(inside: str) -> str:
    return (
        '<?xml version="1.0"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">'
        f"<s:Body>{inside}</s:Body></s:Envelope>"
    )


def _fault(code: int) -> str:
    return _envelope(
        "<s:Fault><faultcode>s:Client</faultcode><faultstring>UPnPError</faultstring><detail>"
        '<UPnPError xmlns="urn:dslforum-org:control-1-0">\n'
        f"<errorCode>{code}</errorCode><errorDescription>Internal Error</errorDescription>"
        "</UPnPError></detail></s:Fault>"
    )


def _md5(text: str) -> str:
    return hashlib.md5(text.encode()).hexdigest()

"""Looking for a box: what the system says of gateways, and routers that announce themselves."""

import socket
import threading

import shopphone.cti.finding as finding
from tests.support.fritzbox_peer import FritzBoxPeer

ROUTES = """Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT
eth0\t00000000\t01B2A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0
eth0\t00B2A8C0\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0
"""
ANSWER = (
    b"HTTP/1.1 200 OK\r\nSERVER: FRITZ!Box 7590 UPnP/1.0 AVM FRITZ!Box 7590 154.07.57\r\n"
    b"ST: urn:dslforum-org:device:InternetGatewayDevice:1\r\n\r\n"
)


def test_the_default_gateway_is_read_from_the_routes() -> None:
    assert list(finding.routes_to_everywhere(ROUTES)) == ["192.168.178.1"]
    assert list(finding.routes_to_everywhere("")) == []


def test_a_box_is_told_by_how_its_port_behaves() -> None:
    with FritzBoxPeer() as peer:
        assert finding.look("127.0.0.1", peer.port).state == "answers"
        port = peer.port
    assert finding.look("127.0.0.1", port).state == "refuses"
    assert finding.look("keine.box.invalid").state == "silent"


def test_a_router_that_names_itself_a_fritzbox_is_found_and_no_other() -> None:
    for answer, expected in (
        (ANSWER, ("127.0.0.1",)),
        (b"HTTP/1.1 200 OK\r\nSERVER: X\r\n\r\n", ()),
    ):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as router:
            router.bind(("127.0.0.1", 0))

            def reply(router: socket.socket = router, answer: bytes = answer) -> None:
                asked, sender = router.recvfrom(2_048)
                assert b"M-SEARCH" in asked
                router.sendto(answer, sender)

            thread = threading.Thread(target=reply)
            thread.start()
            assert finding.announced(router.getsockname(), seconds=0.5) == expected
            thread.join()

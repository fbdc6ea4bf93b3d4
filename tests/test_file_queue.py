"""The queue of the embedded engines never gives a message that is still being written."""

from pathlib import Path
from queue import Empty

import pytest
from kombu import Connection

from config.file_queue import Channel, Transport, options_in


@pytest.fixture
def channel(tmp_path: Path) -> Channel:
    connection = Connection(
        "filesystem://", transport=Transport, transport_options=options_in(tmp_path)
    )
    return connection.default_channel


class Peeping:
    """While it is written down, somebody looks for a message."""

    def __init__(self, channel: Channel) -> None:
        self.channel, self.seen = channel, []

    def __json__(self) -> str:
        try:
            self.seen.append(self.channel._get("bells"))
        except Empty:
            self.seen.append("nothing yet")
        return "ding"


def test_a_message_is_seen_whole_or_not_at_all(channel: Channel) -> None:
    peeping = Peeping(channel)
    channel._put("bells", {"body": peeping})
    assert peeping.seen == ["nothing yet"]
    assert channel._get("bells") == {"body": "ding"}


def test_each_message_is_given_once(channel: Channel) -> None:
    for number in range(3):
        channel._put("bells", {"body": number})
    assert sorted(channel._get("bells")["body"] for _ in range(3)) == [0, 1, 2]
    with pytest.raises(Empty):
        channel._get("bells")


def test_a_queue_does_not_take_the_messages_of_another(channel: Channel) -> None:
    channel._put("bells", {"body": 1})
    with pytest.raises(Empty):
        channel._get("letters")

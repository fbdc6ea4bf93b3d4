"""Real servers on this machine: one that speaks S3, one that gives RFC 3161 timestamps."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import boto3
import pytest


@pytest.fixture(scope="session")
def s3_server() -> Iterator[str]:
    """The address of an S3 server in a process of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    wait_for(port)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait()


def wait_for(port: int) -> None:
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("the server did not start")


@pytest.fixture
def bucket(s3_server: str) -> Iterator[dict[str, object]]:
    """The options of an empty private bucket."""
    rights = {"aws_access_key_id": "test", "aws_secret_access_key": "test"}
    s3 = boto3.resource("s3", endpoint_url=s3_server, region_name="eu-west-3", **rights)
    made = s3.create_bucket(
        Bucket="vigie-files", CreateBucketConfiguration={"LocationConstraint": "eu-west-3"}
    )
    yield {
        "bucket_name": made.name,
        "endpoint_url": s3_server,
        "region_name": "eu-west-3",
        "access_key": "test",
        "secret_key": "test",
        "max_memory_size": 1024**2,
    }
    made.objects.all().delete()
    made.delete()
    s3.meta.client.close()

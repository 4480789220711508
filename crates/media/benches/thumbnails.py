"""The same three copies by Pillow and libvips: a JSON list of [engine, milliseconds of processor time]."""

import io
import json
import os
import sys
import time

os.environ["VIPS_CONCURRENCY"] = "1"
import pyvips  # noqa: E402
from PIL import Image  # noqa: E402

PATH, ROUNDS = sys.argv[1], int(sys.argv[2])
EDGES = [800, 400, 150]


def pillow():
    image = Image.open(PATH)
    if PATH.endswith(".jpg"):
        image.draft("RGB", (EDGES[0], EDGES[0]))
    image.load()
    for edge in EDGES:
        image.thumbnail((edge, edge), Image.LANCZOS)
        image.save(io.BytesIO(), "JPEG", quality=82)


def vips():
    for edge in EDGES:
        pyvips.Image.thumbnail(PATH, edge, height=edge, size="down").jpegsave_buffer(Q=82)


def fewest(work):
    work()
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return round(min(times) * 1000, 1)


print(json.dumps([["pillow", fewest(pillow)], ["pyvips", fewest(vips)]]))

"""The invented municipality's logo: a shield with a sun over waves, as a PNG with transparent corners.

Drawn from shapes, four by four points a pixel, and packed with nothing but the standard library.
"""

import functools
import math
import struct
import zlib

WIDTH, HEIGHT, POINTS = 300, 340, 4
BLUE, WHITE, GOLD = (0x1F, 0x4E, 0x79), (0xFF, 0xFF, 0xFF), (0xE3, 0xA8, 0x2B)


def in_shield(x, y):
    """Straight sides and a point at the foot, with a little air round it."""
    half = WIDTH / 2 - 6
    if y < 6 or y > HEIGHT - 6:
        return False
    if y < HEIGHT * 0.5:
        return abs(x) <= half
    fall = (y - HEIGHT * 0.5) / (HEIGHT * 0.5 - 6)
    return abs(x) <= half * math.sqrt(max(0.0, 1 - fall ** 2.2))


def in_sun(x, y):
    """A half disc over the water, with seven rays."""
    left, up = x, HEIGHT * 0.46 - y
    distance = math.hypot(left, up)
    if up < 0:
        return False
    if distance <= 46:
        return True
    angle = math.atan2(up, left)
    return 58 <= distance <= 84 and abs((angle / math.pi * 8) % 1 - 0.5) >= 0.32 and 0.19 < angle < math.pi - 0.19


def in_wave(x, y):
    """Three lines of water."""
    return any(abs(y - top - 9 * math.sin(x / 23 + phase)) <= 7
               for top, phase in ((HEIGHT * 0.55, 0.0), (HEIGHT * 0.67, 1.2), (HEIGHT * 0.79, 2.4)))


def colour_at(x, y):
    """Red, green, blue and how much it covers, 0 or 1."""
    if not in_shield(x, y):
        return (0, 0, 0, 0)
    if in_sun(x, y):
        return (*GOLD, 1)
    return (*(WHITE if in_wave(x, y) else BLUE), 1)


def pixel(column, row):
    """The mean of the points within a pixel that are covered; alpha is how many they are."""
    points = [colour_at(column + (i + 0.5) / POINTS - WIDTH / 2, row + (j + 0.5) / POINTS)
              for i in range(POINTS) for j in range(POINTS)]
    covered = [point for point in points if point[3]]
    if not covered:
        return bytes(4)
    means = (sum(point[part] for point in covered) // len(covered) for part in range(3))
    return bytes((*means, 255 * len(covered) // len(points)))


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


@functools.cache
def logo_png():
    rows = b"".join(b"\0" + b"".join(pixel(column, row) for column in range(WIDTH)) for row in range(HEIGHT))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 6, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))

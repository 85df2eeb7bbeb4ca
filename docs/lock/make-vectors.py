#!/usr/bin/env python3
"""Makes the test vectors of the lock (tests/fixtures/lock-v1.txt) with pyca/cryptography, which is none of the two
implementations that check them: the browser's, and the RustCrypto crates of the host tests. See docs/lock.md."""
import base64
import json

from cryptography.hazmat.primitives import hashes, hmac
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

ROUNDS = 600_000
GENERATION = 7


def b64(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def stretch(typed, salt):
    return PBKDF2HMAC(hashes.SHA256(), 32, salt, ROUNDS).derive(typed.encode())


def expand(root, used_for):
    return HKDF(hashes.SHA256(), 32, None, used_for.encode()).derive(root)


def seal(key, nonce, bound_to, plain):
    return nonce + AESGCM(key).encrypt(nonce, plain, bound_to.encode())


def fnv(data):
    value = 0x811C9DC5
    for byte in data:
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return f"{value:08x}"


def with_sum(fields):
    text = json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False)[1:]
    return '{"sum":"' + fnv(text.encode()) + '",' + text


def way(by, typed, salt, nonce, root):
    wrapped = seal(stretch(typed, salt), nonce, "waymark/lock/1/" + by, root)
    return {"by": by, "hash": "PBKDF2-HMAC-SHA-256", "rounds": ROUNDS, "salt": b64(salt), "wrapped": b64(wrapped)}


passcode = "three caf\u00e9 words"
code = "000G-40R4-0M30-E209-185G-R38E"
salt = bytes(range(16))
root = bytes(range(100, 132))
records, names = expand(root, "waymark/records"), expand(root, "waymark/names")
key = "note/2026-11-21"
record = with_sum({"d": {"day": "2026-11-21", "text": "Tea with Mx Quill"}, "h": [1795000000000, 0, 42], "id": "2026-11-21", "k": "note", "v": 1})


def named(of):
    mac = hmac.HMAC(names, hashes.SHA256())
    mac.update(of.encode())
    return "s/" + b64(mac.finalize()[:16])


def sealed(of, text, number):
    bound = f"waymark/sealed/1/{GENERATION}/{named(of)}"
    return bound, "1" + b64(seal(records, bytes([number] * 12), bound, (of + "\n" + text).encode()))


bound, text = sealed(key, record, 3)
lock = {
    "d": {"text": "large", "theme": "dark"},
    "generation": GENERATION,
    "v": 1,
    "ways": [
        way("passcode", passcode, salt, bytes([1] * 12), root),
        way("code", code.replace("-", ""), bytes(range(16, 32)), bytes([2] * 12), root),
    ],
}
copy = {"app": "waymark", "format": 2, "lock": lock, "made": "2026-11-21", "sealed": {named(key): text}}
for name, value in {
    "passcode": passcode,
    "code": code,
    "rounds": ROUNDS,
    "salt": salt.hex(),
    "stretched": stretch(passcode, salt).hex(),
    "root": root.hex(),
    "records-key": records.hex(),
    "names-key": names.hex(),
    "key": key,
    "name": named(key),
    "bound-to": bound,
    "text": record,
    "sealed": text,
    "lock": with_sum(lock),
    "copy": with_sum(copy),
}.items():
    print(name, value)

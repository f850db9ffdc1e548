"""Copies of labelled documents with other names in them: out/augmented/*.jsonl.

A name is replaced everywhere in its document by one of the same kind, length class and final sound (so that josa stay right). Spans move with the text; types do not change.
"""
import argparse
import json
import random
from collections import defaultdict

from config import OUT, SEED, SHARED
from labelled import code_units, load

SHARE = {"PERSON": 0.8, "LOCATION": 0.35, "ORGANIZATION": 0.35}


def closed(name: str) -> bool:
    """Whether the last syllable ends in a consonant."""
    last = ord(name[-1])
    return 0xAC00 <= last <= 0xD7A3 and (last - 0xAC00) % 28 != 0


def hangul(name: str) -> bool:
    return all(0xAC00 <= ord(c) <= 0xD7A3 for c in name)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("files", nargs="+", help="a labelled file, or FILE:N for its N-th copy (written to FILE.N)")
    args = arguments.parse_args()
    pick = random.Random(SEED)
    gazetteer = SHARED / "gazetteer"
    names = defaultdict(list)
    for line in open(gazetteer / "person-ko.txt"):
        name = line.strip()
        if len(name) == 3 and hangul(name):
            names["full", closed(name)].append(name)
            names["given", closed(name)].append(name[1:])
            names["surname", closed(name[0])].append(name[0])
    for line in open(gazetteer / "foreign-names.txt"):
        name = line.strip()
        if hangul(name) and len(name) >= 2:
            names["foreign", closed(name)].append(name)
    places = defaultdict(list)
    for line in open(gazetteer / "places.txt"):
        name = line.strip()
        if hangul(name) and 2 <= len(name) <= 7:
            places[name[-1]].append(name)
    files = sorted({f.split(":")[0] for f in args.files})
    organisations = defaultdict(set)
    for file in files:
        for document in load(file):
            for m in document["mentions"]:
                if m["type"] == "ORGANIZATION" and hangul(m["text"].replace(" ", "")) and len(m["text"]) > 2:
                    organisations[m["text"][-1]].add(m["text"])
    organisations = {k: sorted(v) for k, v in organisations.items()}

    def other(kind: str, name: str) -> str | None:
        if not hangul(name.replace(" ", "")):
            return None
        if kind == "PERSON":
            end = closed(name)
            if len(name) == 1:
                return pick.choice(names["surname", end])
            if len(name) == 2:
                return pick.choice(names["given", end]) if pick.random() < 0.3 else None
            if len(name) == 3 and pick.random() < 0.9:
                return pick.choice(names["full", end])
            if " " in name:
                return f"{pick.choice(names['foreign', pick.random() < 0.5])} {pick.choice(names['foreign', end])}"
            return pick.choice(names["foreign", end])
        pool = (places if kind == "LOCATION" else organisations).get(name[-1])
        if kind == "LOCATION" and name[-1] not in "시군구동읍면리도섬산강역로":
            return None
        return pick.choice(pool) if pool and len(name) > 2 else None

    (OUT / "augmented").mkdir(parents=True, exist_ok=True)
    for target in args.files:
        file, _, copy = target.partition(":")
        pick.seed(SEED + int(copy or 1))
        with open(OUT / "augmented" / f"{target.replace(':', '.')}.jsonl", "w", encoding="utf-8") as out:
            for document in load(file):
                text = code_units(document["text"])
                chosen: dict[tuple[str, str], str | None] = {}
                surnames: dict[str, str] = {}
                mentions = sorted(document["mentions"], key=lambda m: (m["start"], -m["end"]))
                for m in sorted(mentions, key=lambda m: -len(m["text"])):
                    key = (m["type"], m["text"])
                    if key in chosen:
                        continue
                    if m["type"] == "PERSON" and len(m["text"]) == 1 and m["text"] in surnames:
                        chosen[key] = surnames[m["text"]]
                        continue
                    chosen[key] = other(*key) if pick.random() < SHARE.get(m["type"], 0) else None
                    if chosen[key] and m["type"] == "PERSON" and len(m["text"]) == 3 and len(chosen[key]) == 3 and closed(m["text"][0]) == closed(chosen[key][0]):
                        surnames[m["text"][0]] = chosen[key][0]
                if not any(chosen.values()):
                    continue
                pieces, moved, at, size = [], [], 0, 0
                for m in mentions:
                    if m["start"] < at:
                        continue
                    new = chosen[m["type"], m["text"]] or text[m["start"] : m["end"]]
                    pieces += [text[at : m["start"]], new]
                    size += m["start"] - at
                    moved.append({**m, "start": size, "end": size + len(new), "text": new})
                    size += len(new)
                    at = m["end"]
                pieces.append(text[at:])
                new_text = "".join(pieces).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
                json.dump({"id": document["id"] + "-other-names", "text": new_text, "mentions": moved}, out, ensure_ascii=False)
                out.write("\n")


main()

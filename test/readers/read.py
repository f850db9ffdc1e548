"""Reads exports with the formats' own readers: a line `[format, text]` in, a line `{"read": …}` or `{"error": …}` out."""
import json, os, sys, tempfile, types
from unittest.mock import MagicMock


def written(name, text):
    folder = tempfile.mkdtemp()
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)
    return path


def spacy(text):
    from spacy.tokens import Doc, DocBin
    from spacy.vocab import Vocab
    given = json.loads(text)
    doc = Doc(Vocab()).from_json(given, validate=True)
    doc = list(DocBin(docs=[doc], store_user_data=True).get_docs(doc.vocab))[0]
    return {"same": doc.text == given["text"], "ents": [[e.text, e.label_] for e in doc.ents],
            "tags": [[t.text, t.tag_, t.pos_, t.lemma_] for t in doc if t.tag_ == "NNP"]}


def conll(text):
    import conllu
    from seqeval.metrics.sequence_labeling import get_entities
    columns = len(text.split("\n", 1)[0].split("\t"))
    fields = ["form", "tag"] if columns == 2 else ["form", "pos", "lemma", "tag"]
    sentences = conllu.parse(text, fields=fields)
    tags = [[row["tag"] for row in s] for s in sentences]
    return {"sentences": len(sentences), "rows": sum(map(len, sentences)),
            "entities": [[["".join(s[i]["form"] for i in range(b, e + 1)), kind] for kind, b, e in get_entities(t)] for s, t in zip(sentences, tags)]}


def brat(text):
    from bratly import AttributeAnnotation, EntityAnnotation, EquivalenceAnnotation, EventAnnotation, NoteAnnotation, RelationAnnotation
    given = json.loads(text)
    body, lines = given["text"], given["ann"].rstrip("\n").split("\n")
    of = lambda mark: [line for line in lines if line.startswith(mark)]
    known = {e.id: e for e in map(EntityAnnotation.from_line, of("T"))}
    entities = [[e.label, e.content, " ".join(body[f.start:f.end] for f in e.fragments)] for e in known.values()]
    events = [EventAnnotation.from_line(line, known) for line in of("E")]
    known.update({e.id: e for e in events})
    attributes = [AttributeAnnotation.from_line(line, known) for line in of("A")]
    relations = [RelationAnnotation.from_line(line, known) for line in of("R")]
    equal = [EquivalenceAnnotation.from_line(line, known) for line in of("*")]
    notes = [NoteAnnotation.from_line(line, known) for line in of("#")]
    read = len(entities) + sum(map(len, (events, attributes, relations, equal, notes)))
    return {"unread": len(lines) - read, "entities": entities, "events": [e.label for e in events], "relations": [r.label for r in relations],
            "attributes": len(attributes), "notes": [n.value for n in notes]}


def label_studio(text):
    from label_studio_sdk.label_interface import LabelInterface
    task = json.loads(text)
    kinds = sorted({l for p in task["predictions"] for r in p["result"] for l in r["value"]["labels"]})
    interface = LabelInterface('<View><Labels name="label" toName="text">' + "".join(f'<Label value="{k}"/>' for k in kinds)
        + '</Labels><Text name="text" value="$text"/></View>')
    faults = [fault for p in task["predictions"] for fault in interface.validate_prediction(p, return_errors=True)]
    body = task["data"]["text"]
    # validate_task of 2.1.2 calls validate_prediction without the prediction, so the two are asked apart.
    bare = {"data": task["data"]}
    return {"task": interface.validate_task(bare), "faults": faults,
            "regions": [[body[r["value"]["start"]:r["value"]["end"]], r["value"]["labels"][0]] for r in task["predictions"][0]["result"]]}


def doccano(text):
    """doccano's own import code. Its database models need a running Django, so they are stand-ins."""
    import importlib.util
    spec = importlib.util.find_spec("backend")
    sys.path.insert(0, list(spec.submodule_search_locations)[0])
    for name in ("examples", "examples.models", "label_types", "label_types.models", "labels", "labels.models", "projects", "projects.models"):
        sys.modules[name] = MagicMock()
    package = types.ModuleType("pipeline")
    package.__path__ = [os.path.join(sys.path[0], "data_import", "pipeline")]
    sys.modules["pipeline"] = package
    import uuid
    from pipeline.label import SpanLabel
    from pipeline.parsers import JSONLParser
    parser = JSONLParser(encoding="utf-8")
    rows = list(parser.parse(written("a.jsonl", text)))
    read = []
    for row in rows:
        labels = [SpanLabel.parse(uuid.uuid4(), label) for label in row["label"]]
        read += [[row["text"][l.start_offset:l.end_offset], l.label] for l in labels]
    return {"errors": [str(e) for e in parser.errors], "rows": len(rows), "labels": read}


def timeml(text):
    """A validating XML parser, with the elements and attributes of the TimeML 1.2.1 specification as a DTD."""
    from io import StringIO
    from lxml import etree
    root = etree.fromstring(text.encode())
    dtd = etree.DTD(StringIO(TIMEML))
    # The schema's own address is no part of what it describes.
    root.attrib.clear()
    etree.cleanup_namespaces(root)
    valid = dtd.validate(root)
    return {"valid": valid, "faults": [e.message for e in dtd.error_log], "text": "".join(root.find("TEXT").itertext()),
            "dct": root.findtext("DCT/TIMEX3"),
            "timexes": [[e.get("tid"), e.get("value"), e.text] for e in root.find("TEXT").iter("TIMEX3") if e.text],
            "events": [e.text for e in root.iter("EVENT")],
            "links": [[e.get("eventInstanceID"), e.get("relatedToTime")] for e in root.iter("TLINK")]}


TIMEML = """
<!ELEMENT TimeML (DOCID, DCT, TEXT, MAKEINSTANCE*, TLINK*)>
<!ELEMENT DOCID (#PCDATA)> <!ELEMENT DCT (TIMEX3?)> <!ELEMENT TEXT (#PCDATA | TIMEX3 | EVENT)*>
<!ELEMENT TIMEX3 (#PCDATA)> <!ELEMENT EVENT (#PCDATA)> <!ELEMENT MAKEINSTANCE EMPTY> <!ELEMENT TLINK EMPTY>
<!ATTLIST TIMEX3 tid ID #REQUIRED type (DATE|TIME|DURATION|SET) #REQUIRED value NMTOKEN #REQUIRED
  mod (BEFORE|AFTER|ON_OR_BEFORE|ON_OR_AFTER|LESS_THAN|MORE_THAN|EQUAL_OR_LESS|EQUAL_OR_MORE|START|MID|END|APPROX) #IMPLIED
  temporalFunction (true|false) "false" beginPoint IDREF #IMPLIED endPoint IDREF #IMPLIED quant CDATA #IMPLIED freq CDATA #IMPLIED
  functionInDocument (CREATION_TIME|EXPIRATION_TIME|MODIFICATION_TIME|PUBLICATION_TIME|RELEASE_TIME|RECEPTION_TIME|NONE) "NONE"
  anchorTimeID IDREF #IMPLIED>
<!ATTLIST EVENT eid ID #REQUIRED class (REPORTING|PERCEPTION|ASPECTUAL|I_ACTION|I_STATE|STATE|OCCURRENCE) #REQUIRED>
<!ATTLIST MAKEINSTANCE eiid ID #REQUIRED eventID IDREF #REQUIRED pos (ADJECTIVE|NOUN|VERB|PREPOSITION) #REQUIRED
  tense (FUTURE|PAST|PRESENT|INFINITIVE|PRESPART|PASTPART|NONE) #REQUIRED aspect (PROGRESSIVE|PERFECTIVE|PERFECTIVE_PROGRESSIVE|NONE) #REQUIRED
  polarity (NEG|POS) #REQUIRED>
<!ATTLIST TLINK lid ID #REQUIRED eventInstanceID IDREF #REQUIRED relatedToTime IDREF #REQUIRED
  relType (BEFORE|AFTER|INCLUDES|IS_INCLUDED|DURING|DURING_INV|SIMULTANEOUS|IAFTER|IBEFORE|IDENTITY|BEGINS|ENDS|BEGUN_BY|ENDED_BY) #REQUIRED>
"""


def timeml_official(text):
    """The files of timeml.org and of the TempEval-3 validator, which no package has: .readers/official, where someone has put them."""
    import re
    from lxml import etree
    folder = os.environ["GISA_OFFICIAL"]
    # TimeML 1.2.1 has no wrappers: its annotated text is the root's own content.
    flat = re.sub("</?(?:DCT|TEXT)>", "", re.sub("<DOCID>.*?</DOCID>", "", text, flags=re.S))
    faults = {}
    for name, given in (("timeml_1.2.1.dtd", flat), ("TimeML_1.2.1.xsd", flat), ("tml.xsd", text)):
        path = os.path.join(folder, name)
        checker = etree.DTD(path) if name.endswith(".dtd") else etree.XMLSchema(etree.parse(path))
        checker.validate(etree.fromstring(given.encode()))
        faults[name] = [entry.message for entry in checker.error_log]
    return faults


def csv(text):
    import pandas
    frame = pandas.read_csv(written("a.csv", text), dtype=str, keep_default_na=False)
    return {"columns": list(frame.columns), "rows": frame.values.tolist()}


def jsonl(text):
    import pandas
    frame = pandas.read_json(written("a.jsonl", text + "\n"), lines=True)
    return {"rows": len(frame), "slices": all(
        m["text"] == frame.text[0].encode("utf-16-le")[2 * m["start"]:2 * m["end"]].decode("utf-16-le") for m in frame.mentions[0]),
        "mentions": len(frame.mentions[0])}


READERS = {f.__name__: f for f in (spacy, conll, brat, label_studio, doccano, timeml, timeml_official, csv, jsonl)}

if __name__ == "__main__":
    for stream in (sys.stdin, sys.stdout):
        stream.reconfigure(encoding="utf-8", newline="")
    answers, sys.stdout = sys.stdout, sys.stderr
    for line in sys.stdin:
        name, text = json.loads(line)
        try:
            answer = {"read": READERS[name](text)}
        except Exception as error:
            answer = {"error": repr(error)}
        print(json.dumps(answer, ensure_ascii=False), file=answers, flush=True)

#!/usr/bin/python3
"""Checks a PDF against the machine-checkable rules of PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2).

Usage: check_pdf.py FILE.pdf...      Prints the rules that are broken; exit status 1 when there are any.

Rules are named after the clause they come from, "UA 7.18.5-2" or "A 6.2.3-1", numbered as validators number them; those
without a clause are agreements within the file that the standards take for granted ("tree: …"). Written from the
standards and not from the program that writes the PDFs: it knows nothing of how they are made.
"""

import collections
import io
import re
import sys

import pikepdf
from fontTools.ttLib import TTFont
from lxml import etree
from pikepdf import Array, Dictionary, Name, Stream, String

AREAS = ("file", "catalogue", "tree", "tables", "content", "links", "fonts", "outline")

NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "schemas": "http://www.aiim.org/pdfa/ns/extension/",
    "schema": "http://www.aiim.org/pdfa/ns/schema#",
}

STANDARD_ROLES = set("""Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5
    H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP
    Warichu WT WP Figure Formula Form""".split())

# role: (rule, roles it may stand in)
PARENTS = {
    "TR": ("UA 7.2-4", {"Table", "THead", "TBody", "TFoot"}),
    "THead": ("UA 7.2-5", {"Table"}),
    "TBody": ("UA 7.2-6", {"Table"}),
    "TFoot": ("UA 7.2-7", {"Table"}),
    "TH": ("UA 7.2-8", {"TR"}),
    "TD": ("UA 7.2-9", {"TR"}),
    "LI": ("UA 7.2-17", {"L"}),
    "LBody": ("UA 7.2-18", {"LI"}),
    "TOCI": ("UA 7.2-26", {"TOC"}),
}

# role: (rule, roles it may hold)
CHILDREN = {
    "Table": ("UA 7.2-3", {"TR", "THead", "TBody", "TFoot", "Caption"}),
    "TR": ("UA 7.2-10", {"TH", "TD"}),
    "L": ("UA 7.2-19", {"L", "LI", "Caption"}),
    "LI": ("UA 7.2-20", {"Lbl", "LBody"}),
    "TOC": ("UA 7.2-27", {"TOC", "TOCI", "Caption"}),
    "THead": ("UA 7.2-36", {"TR"}),
    "TBody": ("UA 7.2-37", {"TR"}),
    "TFoot": ("UA 7.2-38", {"TR"}),
}

PAINTING = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "BI", "INLINE IMAGE", "EI"}
SHOWING = {"Tj", "TJ", "'", '"'}
LONGEST_STRING = 32767  # bytes: ISO 19005-2, 6.1.13


def items(value):
    """An entry that may be missing, one thing, or an array of things."""
    if value is None:
        return []
    return list(value) if isinstance(value, Array) else [value]


class Element:
    """A structure element with what it holds, in order."""

    def __init__(self, dictionary, parent, page):
        self.dictionary, self.parent = dictionary, parent
        self.page = dictionary.get("/Pg", page)
        self.role = str(dictionary.get("/S", "/"))[1:]
        self.children = []
        self.pieces = []  # (page number of object, marked content id)
        self.objects = []

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def attribute(self, key):
        for attributes in items(self.dictionary.get("/A")):
            if isinstance(attributes, Dictionary) and key in attributes:
                return attributes[key]
        return None


class PdfCheck:
    def __init__(self, path):
        with open(path, "rb") as stream:
            self.raw = stream.read()
        self.pdf = pikepdf.open(io.BytesIO(self.raw))
        self.catalogue = self.pdf.Root
        self.broken = collections.OrderedDict()
        self.roots = []
        self.elements = []
        self.tree_read = False
        self.shown = collections.defaultdict(set)  # font's object number -> character codes
        self.font_objects = {}

    def rule(self, holds, name, about=""):
        if not holds:
            self.broken.setdefault(name, []).append(str(about))

    # ---- file ----

    def check_file(self):
        raw, trailer = self.raw, self.pdf.trailer
        self.rule(re.match(rb"%PDF-1\.[0-7][\r\n]", raw), "UA 6.1-1")
        self.rule(re.match(rb"%PDF-1\.\d[\r\n]+%[\x80-\xff]{4,}[\r\n]", raw), "A 6.1.2-2")
        identity = items(trailer.get("/ID"))
        self.rule(len(identity) == 2 and all(len(bytes(part)) >= 16 for part in identity), "A 6.1.3-1")
        self.rule("/Encrypt" not in trailer, "A 6.1.3-2")
        self.rule(re.search(rb"%%EOF[\r\n]{0,2}\Z", raw), "A 6.1.3-3")
        for number, thing in enumerate(self.pdf.objects):
            self.check_object(number, thing)

    def check_object(self, number, thing):
        todo = [thing]
        while todo:
            value = todo.pop()
            if isinstance(value, String):
                self.rule(len(bytes(value)) <= LONGEST_STRING, "A 6.1.13-3", number)
            elif isinstance(value, Array):
                todo += [part for part in value if not getattr(part, "is_indirect", False)]
            elif isinstance(value, (Dictionary, Stream)):
                filters = [str(name) for name in items(value.get("/Filter"))] if isinstance(value, Stream) else []
                self.rule("/LZWDecode" not in filters, "A 6.1.7.2-1", number)
                self.rule(value.get("/S") not in (Name.JavaScript, Name.Launch), "A 6.5.1-1", number)
                todo += [value[key] for key in value.keys()
                         if key != "/Parent" and not getattr(value[key], "is_indirect", False)]

    # ---- catalogue and metadata ----

    def check_catalogue(self):
        catalogue = self.catalogue
        marks = catalogue.get("/MarkInfo", Dictionary())
        self.rule(marks.get("/Marked") is True, "UA 6.2-1")
        self.rule(marks.get("/Suspects") is not True, "UA 7.1-4")
        self.rule(catalogue.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle") is True, "UA 7.1-10")
        self.rule("/StructTreeRoot" in catalogue, "UA 7.1-11")
        language = str(catalogue.get("/Lang", ""))
        self.rule(re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", language), "UA 7.2-29", language)
        for key in ("/AA", "/OCProperties"):
            self.rule(key not in catalogue, "A 6.5.2-1", key)
        self.check_colours()
        metadata = catalogue.get("/Metadata")
        self.rule(isinstance(metadata, Stream) and metadata.get("/Subtype") == Name.XML, "UA 7.1-8")
        if isinstance(metadata, Stream):
            self.check_metadata(metadata.read_bytes())

    def check_colours(self):
        intents = [intent for intent in items(self.catalogue.get("/OutputIntents"))
                   if intent.get("/S") == Name.GTS_PDFA1]
        self.rule(len(intents) == 1, "A 6.2.3-1")
        for intent in intents:
            profile = intent.get("/DestOutputProfile")
            if not isinstance(profile, Stream):
                self.rule(False, "A 6.2.3-2", "no profile")
                continue
            data = profile.read_bytes()
            size = int.from_bytes(data[:4], "big")
            self.rule(data[36:40] == b"acsp" and size == len(data), "A 6.2.3-2", "not a profile")
            self.rule(data[8] <= 4 and data[12:16] in (b"mntr", b"prtr") and data[16:20] == b"RGB ", "A 6.2.3-2")
            self.rule(profile.get("/N") == 3, "A 6.2.3-3")

    def check_metadata(self, packet):
        begin, end = packet.find(b"<x:xmpmeta"), packet.find(b"</x:xmpmeta>")
        try:
            tree = etree.fromstring(packet[begin:end + len(b"</x:xmpmeta>")])
        except etree.XMLSyntaxError as fault:
            self.rule(False, "A 6.6.2.1-1", fault)
            return

        def text(path):
            found = tree.xpath(path + "/text()", namespaces=NAMESPACES)
            return str(found[0]) if found else ""

        self.rule(text("//pdfuaid:part") == "1", "UA 5-1")
        self.rule(b"<pdfuaid:part>" in packet or b"pdfuaid:part=" in packet, "UA 5-3")
        self.rule(text("//dc:title//rdf:li"), "UA 7.1-9")
        self.rule(text("//pdfaid:part") == "2", "A 6.6.4-1")
        self.rule(text("//pdfaid:conformance") == "A", "A 6.6.4-2")
        declared = tree.xpath("//schemas:schemas//schema:namespaceURI/text()", namespaces=NAMESPACES)
        self.rule(NAMESPACES["pdfuaid"] in declared, "A 6.6.2.3.1-1")
        info = self.pdf.docinfo
        for key, path in (("/Title", "//dc:title//rdf:li"), ("/Author", "//dc:creator//rdf:li"),
                          ("/Subject", "//dc:description//rdf:li"), ("/Keywords", "//pdf:Keywords"),
                          ("/Creator", "//xmp:CreatorTool"), ("/Producer", "//pdf:Producer")):
            self.rule(str(info.get(key, "")) == text(path), "info: same as XMP", key)
        for key, path in (("/CreationDate", "//xmp:CreateDate"), ("/ModDate", "//xmp:ModifyDate")):
            digits = re.sub(r"\D", "", str(info.get(key, "")))[:14]
            self.rule(digits == re.sub(r"\D", "", text(path))[:14], "info: same as XMP", key)

    # ---- structure tree ----

    def read_tree(self):
        if self.tree_read:
            return
        self.tree_read = True
        root = self.catalogue.get("/StructTreeRoot")
        if root is None:
            return
        self.roles = {str(key)[1:]: str(value)[1:] for key, value in root.get("/RoleMap", Dictionary()).items()}
        seen = set()
        todo = []
        for kid in items(root.get("/K")):
            element = Element(kid, None, None)
            self.rule(kid.get("/P") is not None and kid.P.objgen == root.objgen, "UA 7.1-12", element.role)
            self.roots.append(element)
            todo.append(element)
        while todo:
            element = todo.pop()
            number = element.dictionary.objgen
            self.rule(number not in seen, "tree: no element twice", number)
            if number in seen:
                continue
            seen.add(number)
            for kid in items(element.dictionary.get("/K")):
                self.read_kid(element, kid, todo)
        self.elements = [element for top in self.roots for element in top.walk()]

    def read_kid(self, element, kid, todo):
        if not isinstance(kid, Dictionary):
            element.pieces.append((element.page.objgen, int(kid)))
        elif kid.get("/Type") == Name.MCR:
            element.pieces.append((kid.get("/Pg", element.page).objgen, int(kid.MCID)))
        elif kid.get("/Type") == Name.OBJR:
            element.objects.append(kid.Obj)
        else:
            child = Element(kid, element, element.page)
            parent = kid.get("/P")
            self.rule(parent is not None and parent.objgen == element.dictionary.objgen, "UA 7.1-12", child.role)
            element.children.append(child)
            todo.append(child)

    def role(self, element):
        role = element.role
        for _ in range(10):
            if role in STANDARD_ROLES or role not in self.roles:
                break
            role = self.roles[role]
        return role

    def check_tree(self):
        self.read_tree()
        headings = []
        notes = {}
        for element in self.elements:
            role = self.role(element)
            self.rule(role in STANDARD_ROLES, "UA 7.1-5", role)
            parent = self.role(element.parent) if element.parent else "StructTreeRoot"
            if role in PARENTS:
                self.rule(parent in PARENTS[role][1], PARENTS[role][0], parent)
            if role in CHILDREN:
                for child in element.children:
                    self.rule(self.role(child) in CHILDREN[role][1], CHILDREN[role][0], self.role(child))
                self.rule(not element.pieces, "tree: no text between " + role + "'s parts")
            if role in ("Figure", "Formula"):
                told = str(element.dictionary.get("/Alt", "")) or str(element.dictionary.get("/ActualText", ""))
                self.rule(told.strip(), "UA 7.3-1")
                self.check_box(element)
            if re.fullmatch("H[1-6]", role):
                headings.append(int(role[1]))
            if role == "Note":
                identity = str(element.dictionary.get("/ID", ""))
                self.rule(identity, "UA 7.9-1")
                self.rule(identity not in notes, "UA 7.9-2", identity)
                notes[identity] = element
            if role in ("L", "TOC"):
                places = [i for i, child in enumerate(element.children) if self.role(child) == "Caption"]
                self.rule(places in ([], [0]), "UA 7.2-40" if role == "L" else "UA 7.2-28")
            if role == "L" and any(self.role(part) == "Lbl" for child in element.children for part in child.children):
                self.rule(element.attribute("/ListNumbering") is not None, "UA 7.6-1")
        self.check_headings(headings)
        self.check_identities(notes)

    def check_box(self, element):
        box = element.attribute("/BBox")
        self.rule(box is not None and len(box) == 4 and box[0] < box[2] and box[1] < box[3], "tree: figure has a box")

    def check_headings(self, headings):
        before = 0
        for level in headings:
            self.rule(level <= before + 1, "UA 7.4.2-1", f"H{level} after H{before}")
            before = level

    def check_identities(self, notes):
        listed = {}

        def read(node):
            names = items(node.get("/Names"))
            for key, value in zip(names[0::2], names[1::2]):
                listed[str(key)] = value.objgen
            for kid in items(node.get("/Kids")):
                read(kid)

        root = self.catalogue.get("/StructTreeRoot", Dictionary())
        read(root.get("/IDTree", Dictionary()))
        for identity, element in notes.items():
            self.rule(listed.get(identity) == element.dictionary.objgen, "tree: every ID in IDTree", identity)

    # ---- tables ----

    def check_tables(self):
        self.read_tree()
        for table in self.elements:
            if self.role(table) == "Table":
                self.check_table(table)

    def check_table(self, table):
        parts = [self.role(child) for child in table.children]
        self.rule(parts.count("THead") <= 1, "UA 7.2-11")
        self.rule(parts.count("TFoot") <= 1, "UA 7.2-12")
        self.rule("TFoot" not in parts or "TBody" in parts, "UA 7.2-13")
        self.rule("THead" not in parts or "TBody" in parts, "UA 7.2-14")
        self.rule(parts.count("Caption") <= 1, "UA 7.2-39")
        self.rule("Caption" not in parts[1:-1], "UA 7.2-16")
        rows = []
        for child in table.children:
            rows += [child] if self.role(child) == "TR" else child.children if self.role(child) != "Caption" else []
        self.check_grid(rows)
        cells = [cell for row in rows for cell in row.children]
        self.rule(any(self.role(cell) == "TH" for cell in cells), "UA 7.5-1", "no header cell")
        for cell in cells:
            scope = cell.attribute("/Scope")
            if self.role(cell) == "TH":
                self.rule(scope in (Name.Row, Name.Column, Name.Both), "UA 7.5-1", "no scope")

    def check_grid(self, rows):
        taken = set()
        widths = []
        for y, row in enumerate(rows):
            x = 0
            for cell in row.children:
                while (y, x) in taken:
                    x += 1
                wide, high = int(cell.attribute("/ColSpan") or 1), int(cell.attribute("/RowSpan") or 1)
                for place in ((y + j, x + i) for j in range(high) for i in range(wide)):
                    self.rule(place not in taken, "UA 7.2-15", place)
                    taken.add(place)
                x += wide
            widths.append(sum(1 for place in taken if place[0] == y))
        self.rule(len(set(widths)) <= 1, "UA 7.2-42", widths[:5])

    # ---- page content ----

    def check_content(self):
        self.read_tree()
        owners = {}
        for element in self.elements:
            for piece in element.pieces:
                self.rule(piece not in owners, "content: in the tree once", piece)
                owners[piece] = element
        numbers = self.read_parent_tree()
        for index, page in enumerate(self.pdf.pages):
            found = self.check_page(index, page, owners)
            expected = numbers.get(int(page.obj.get("/StructParents", -1)))
            self.rule(expected is not None, "content: page in ParentTree", index)
            for mcid in found:
                owner = owners.get((page.obj.objgen, mcid))
                listed = expected[mcid].objgen if expected is not None and mcid < len(expected) else None
                self.rule(owner is not None, "content: in the tree", (index, mcid))
                self.rule(owner is None or listed == owner.dictionary.objgen, "content: ParentTree agrees", (index, mcid))
        pages = {page.obj.objgen for page in self.pdf.pages}
        self.rule(all(piece[0] in pages for piece in owners), "content: on a page of the file")

    def read_parent_tree(self):
        numbers = {}

        def read(node, limits=None):
            own = items(node.get("/Limits"))
            pairs = items(node.get("/Nums"))
            keys = [int(key) for key in pairs[0::2]]
            self.rule(keys == sorted(keys), "content: ParentTree in order")
            if own and keys:
                self.rule([int(key) for key in own] == [keys[0], keys[-1]], "content: ParentTree limits", keys[:1])
            numbers.update(zip(keys, pairs[1::2]))
            for kid in items(node.get("/Kids")):
                read(kid)

        root = self.catalogue.get("/StructTreeRoot", Dictionary())
        read(root.get("/ParentTree", Dictionary()))
        self.rule(int(root.get("/ParentTreeNextKey", 0)) > max(numbers, default=-1), "content: ParentTreeNextKey")
        return numbers

    def check_page(self, index, page, owners):
        """Reads a page's operators; returns the marked content ids met."""
        fonts = page.obj.get("/Resources", Dictionary()).get("/Font", Dictionary())
        marks, saved, met = [], [], []
        font = None
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BDC", "BMC"):
                marks.append(self.open_mark(index, page, operands, owners, marks, met))
            elif name == "EMC":
                self.rule(marks, "content: BDC and EMC in pairs", index)
                marks = marks[:-1]
            elif name == "q":
                saved.append(font)
            elif name == "Q":
                self.rule(saved, "content: q and Q in pairs", index)
                font = saved.pop() if saved else None
            elif name == "Tf":
                font = fonts.get(str(operands[0]))
            elif name in PAINTING or name in SHOWING:
                self.rule(any(mark in ("artifact", "tagged") for mark in marks), "UA 7.1-3", (index, name))
                if name in SHOWING:
                    self.note_text(font, operands[-1])
        self.rule(not marks, "content: BDC and EMC in pairs", index)
        self.rule(not saved, "content: q and Q in pairs", index)
        self.rule(len(set(met)) == len(met), "content: ids differ on a page", index)
        return met

    def open_mark(self, index, page, operands, owners, marks, met):
        tag = str(operands[0])[1:]
        properties = operands[1] if len(operands) > 1 and isinstance(operands[1], Dictionary) else Dictionary()
        if tag == "Artifact":
            self.rule("tagged" not in marks, "UA 7.1-1", index)
            return "artifact"
        if "/MCID" not in properties:
            return "other"
        self.rule("artifact" not in marks, "UA 7.1-2", index)
        mcid = int(properties.MCID)
        met.append(mcid)
        owner = owners.get((page.obj.objgen, mcid))
        self.rule(owner is None or owner.role == tag, "content: tag is the element's", (index, mcid))
        return "tagged"

    def note_text(self, font, operand):
        if font is None:
            self.rule(False, "content: text has a font")
            return
        self.font_objects[font.objgen] = font
        for part in operand if isinstance(operand, Array) else [operand]:
            if isinstance(part, String):
                data = bytes(part)
                self.shown[font.objgen].update(zip(data[0::2], data[1::2]))

    # ---- links ----

    def check_links(self):
        self.read_tree()
        owners = {thing.objgen: element for element in self.elements for thing in element.objects}
        numbers = self.read_parent_tree()
        pages = {page.obj.objgen: index for index, page in enumerate(self.pdf.pages)}
        for index, page in enumerate(self.pdf.pages):
            annotations = items(page.obj.get("/Annots"))
            self.rule(page.obj.get("/Tabs") == Name.S, "UA 7.18.3-1", index)
            for annotation in annotations:
                self.check_link(index, annotation, owners, numbers, pages)

    def check_link(self, index, annotation, owners, numbers, pages):
        self.rule(annotation.get("/Subtype") == Name.Link, "links: no other annotations", index)
        flags = int(annotation.get("/F", 0))
        self.rule(flags & 4 and not flags & 0b100011, "A 6.3.2-1", flags)
        owner = owners.get(annotation.objgen)
        self.rule(owner is not None and self.role(owner) == "Link", "UA 7.18.5-1", index)
        self.rule(str(annotation.get("/Contents", "")).strip(), "UA 7.18.5-2", index)
        listed = numbers.get(int(annotation.get("/StructParent", -1)))
        self.rule(owner is None or (listed is not None and listed.objgen == owner.dictionary.objgen),
                  "links: ParentTree agrees", index)
        target = annotation.get("/Dest")
        if target is None:
            self.rule(annotation.get("/A", Dictionary()).get("/S") in (Name.URI, Name.GoTo), "links: have a target", index)
            return
        self.rule(target[0].objgen in pages, "links: target is a page", index)
        told = re.search(r"side (\d+)$", str(annotation.get("/Contents", "")))
        if told and target[0].objgen in pages:
            self.rule(int(told[1]) == pages[target[0].objgen] + 1, "links: lead to the page they name", told[0])

    # ---- bookmarks ----

    def check_outline(self):
        self.read_tree()
        headings = [element for element in self.elements if re.fullmatch("H[1-6]", self.role(element))]
        with self.pdf.open_outline() as outline:
            marks = []

            def read(entries):
                for entry in entries:
                    marks.append(entry)
                    read(entry.children)

            read(outline.root)
        self.rule(len(marks) == len(headings), "outline: one bookmark a heading", (len(marks), len(headings)))
        pages = {page.obj.objgen for page in self.pdf.pages}
        for mark, heading in zip(marks, headings):
            element = mark.obj.get("/SE")
            self.rule(element is not None and element.objgen == heading.dictionary.objgen,
                      "outline: in the order of the headings", mark.title)
            self.rule(mark.destination is not None and mark.destination[0].objgen in pages, "outline: has a target")
            on_page = heading.pieces and mark.destination is not None
            self.rule(on_page and mark.destination[0].objgen == heading.pieces[0][0], "outline: leads to its heading",
                      mark.title)

    # ---- fonts ----

    def check_fonts(self):
        if not self.shown:
            self.check_content()
        for number, font in self.font_objects.items():
            codes = {high << 8 | low for high, low in self.shown[number]}
            self.check_font(font, codes)

    def check_font(self, font, codes):
        name = str(font.get("/BaseFont", ""))
        below = font.DescendantFonts[0]
        descriptor = below.FontDescriptor
        self.rule(font.get("/Subtype") == Name.Type0 and font.get("/Encoding") == Name("/Identity-H"), "UA 7.21.3.3-1", name)
        self.rule("/CIDToGIDMap" in below, "UA 7.21.3.2-1", name)
        self.rule(name == str(below.get("/BaseFont")) == str(descriptor.get("/FontName")), "A 6.2.11.2-1", name)
        for key in ("/Flags", "/FontBBox", "/ItalicAngle", "/Ascent", "/Descent", "/CapHeight", "/StemV"):
            self.rule(key in descriptor, "fonts: descriptor is whole", key)
        program = descriptor.get("/FontFile2")
        self.rule(isinstance(program, Stream), "UA 7.21.4.1-1", name)
        unicode_map = read_unicode_map(font)
        for code in sorted(codes):
            text = unicode_map.get(code)
            self.rule(text, "UA 7.21.7-1", f"{name} {code:04X}")
            self.rule(not text or not set(text) & {"\0", "\ufeff", "\ufffe"}, "UA 7.21.7-2", f"{code:04X}")
            self.rule(not text or not any(0xE000 <= ord(c) <= 0xF8FF for c in text), "A 6.2.11.7.3-1", f"{code:04X}")
        if isinstance(program, Stream):
            data = program.read_bytes()
            self.rule(int(program.get("/Length1", -1)) == len(data), "fonts: Length1", name)
            self.check_glyphs(TTFont(io.BytesIO(data)), below, codes, name)

    def check_glyphs(self, truetype, below, codes, name):
        mapping = below.CIDToGIDMap
        table = mapping.read_bytes() if isinstance(mapping, Stream) else None
        widths = read_widths(below)
        order, outlines, units = truetype.getGlyphOrder(), truetype["glyf"], truetype["head"].unitsPerEm
        for code in sorted(codes):
            glyph = code if table is None else int.from_bytes(table[2 * code:2 * code + 2], "big")
            self.rule(glyph != 0, "UA 7.21.8-1", f"{name} {code:04X}")
            self.rule(glyph < len(order), "UA 7.21.4.1-2", f"{name} {code:04X}")
            if not 0 < glyph < len(order):
                continue
            self.check_outline_of(outlines, order[glyph], code, name)
            width = truetype["hmtx"][order[glyph]][0] * 1000 / units
            self.rule(abs(width - widths.get(code, float(below.get("/DW", 1000)))) <= 1, "UA 7.21.5-1", f"{name} {code:04X}")

    def check_outline_of(self, outlines, glyph, code, name):
        outline = outlines[glyph]
        blank = chr(code).isspace()
        self.rule(blank or outline.isComposite() or outline.numberOfContours > 0, "UA 7.21.4.1-2", f"{name} {code:04X}")
        for part in outline.components if outline.isComposite() else []:
            self.check_outline_of(outlines, part.glyphName, code, name)

    def check(self, areas=AREAS):
        for area in areas:
            getattr(self, "check_" + area)()
        return self.broken


def read_unicode_map(font):
    mapping = {}
    if "/ToUnicode" not in font:
        return mapping
    text = font.ToUnicode.read_bytes().decode("latin-1")
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.S):
        for code, value in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            mapping[int(code, 16)] = bytes.fromhex(value).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.S):
        for first, last, value in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            for code in range(int(first, 16), int(last, 16) + 1):
                mapping[code] = chr(int(value, 16) + code - int(first, 16))
    return mapping


def read_widths(below):
    widths = {}
    entries = list(below.get("/W", Array()))
    while entries:
        first = int(entries.pop(0))
        second = entries.pop(0)
        if isinstance(second, Array):
            widths.update((first + i, float(width)) for i, width in enumerate(second))
        else:
            width = float(entries.pop(0))
            widths.update((code, width) for code in range(first, int(second) + 1))
    return widths


def main(paths):
    status = 0
    for path in paths:
        broken = PdfCheck(path).check()
        for rule, places in broken.items():
            print(f"{path}: {rule}: {len(places)} times, first {places[0]!r}")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

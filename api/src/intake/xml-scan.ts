/** Hears the tags of one document in order; names come without their prefix. */
export interface XmlListener {
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** Raw text between tags, entities not yet decoded. */
  text(raw: string): void;
}

/** Thrown for a document type declaration: nothing a workbook needs, and the way in for entity tricks. */
export class ForbiddenMarkup extends Error {}

/**
 * Walks a document once, from tag to tag. It knows no entities beyond the five and character numbers,
 * fetches nothing and expands nothing.
 */
export function scanXml(xml: string, listener: XmlListener): void {
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    if (open < 0) break;
    if (open > at) listener.text(xml.slice(at, open));
    const second = xml.charCodeAt(open + 1);
    if (second === 33 || second === 63) {
      at = skipSpecial(xml, open, listener);
      continue;
    }
    const end = tagEnd(xml, open);
    if (end < 0) break;
    emitTag(xml, open, end, listener);
    at = end + 1;
  }
}

function emitTag(xml: string, open: number, end: number, listener: XmlListener): void {
  if (xml.charCodeAt(open + 1) === 47) {
    listener.close(localName(xml.slice(open + 2, end).trim()));
    return;
  }
  const selfClosing = xml.charCodeAt(end - 1) === 47;
  const last = selfClosing ? end - 1 : end;
  let nameEnd = open + 1;
  while (nameEnd < last && xml.charCodeAt(nameEnd) > 32) nameEnd += 1;
  const name = localName(xml.slice(open + 1, nameEnd));
  listener.open(name, nameEnd < last ? xml.slice(nameEnd, last) : '');
  if (selfClosing) listener.close(name);
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** A > may stand inside a quoted attribute, so quoted parts are stepped over. */
function tagEnd(xml: string, open: number): number {
  let quote = 0;
  for (let at = open + 1; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) return at;
    else if (code === 34 || code === 39) quote = code;
  }
  return -1;
}

function skipSpecial(xml: string, open: number, listener: XmlListener): number {
  if (xml.startsWith('<![CDATA[', open)) {
    const end = xml.indexOf(']]>', open);
    listener.text(xml.slice(open + 9, end < 0 ? undefined : end).replaceAll('&', '&amp;'));
    return end < 0 ? xml.length : end + 3;
  }
  if (xml.startsWith('<!--', open)) {
    const end = xml.indexOf('-->', open);
    return end < 0 ? xml.length : end + 3;
  }
  if (xml.charCodeAt(open + 1) === 33) throw new ForbiddenMarkup('document type');
  const end = xml.indexOf('?>', open);
  return end < 0 ? xml.length : end + 2;
}

/** The value of an attribute, decoded; null when it is absent. */
export function attribute(attributes: string, name: string): string | null {
  let from = 0;
  for (;;) {
    const at = attributes.indexOf(`${name}=`, from);
    if (at < 0) return null;
    const quote = attributes[at + name.length + 1];
    const before = attributes.charCodeAt(at - 1);
    if (at > 0 && before <= 32 && (quote === '"' || quote === "'")) {
      const start = at + name.length + 2;
      const end = attributes.indexOf(quote, start);
      return end < 0 ? null : decodeEntities(attributes.slice(start, end));
    }
    from = at + 1;
  }
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** The five named entities and character numbers; anything else stays as it is written. */
export function decodeEntities(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|[a-z]{2,4});/g, (whole, body: string) => {
    if (!body.startsWith('#')) return NAMED[body] ?? whole;
    const code = body[1] === 'x' ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
    return code > 0x10ffff || (code >= 0xd800 && code < 0xe000)
      ? '\ufffd'
      : String.fromCodePoint(code);
  });
}

/** Workbooks write control characters as _x000B_; this gives them back, so that cleaning can see them. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

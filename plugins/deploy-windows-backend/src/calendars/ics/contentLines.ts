// The lines of RFC 5545, section 3.1: unfolded, each with its name, parameters and value. What the lines mean is no matter of this file.
import { invalid } from '../../api/coded';

export interface ContentLine {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly value: string;
}

/** A part of a calendar between BEGIN and END. */
export interface Component {
  readonly name: string;
  readonly lines: readonly ContentLine[];
  readonly parts: readonly Component[];
}

const LONGEST_LINE = 20_000;
const DEEPEST = 5;
const LINE =
  /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):([\s\S]*)$/;
const PARAMETER = /;([A-Za-z0-9-]+)=("[^"]*"|[^";:]*)/g;

/**
 * @returns the VCALENDAR of the text
 * @throws InputError with code BAD_CALENDAR, when this is no calendar or it is cut off
 */
export function readComponents(text: string): Component {
  const root: { name: string; lines: ContentLine[]; parts: Component[] } = {
    name: '',
    lines: [],
    parts: [],
  };
  const open = [root];
  for (const line of unfolded(text)) {
    const here = open[open.length - 1] as typeof root;
    const read = contentLine(line);
    if (read === undefined) continue;
    if (read.name === 'BEGIN') {
      const part = { name: read.value.trim().toUpperCase(), lines: [], parts: [] };
      here.parts.push(part);
      open.push(part);
      if (open.length > DEEPEST) throw bad('its parts are nested too deep');
    } else if (read.name === 'END') {
      if (here.name !== read.value.trim().toUpperCase()) throw bad('a part of it has no end');
      open.pop();
    } else {
      here.lines.push(read);
    }
  }
  const [calendar] = root.parts;
  if (calendar?.name !== 'VCALENDAR') throw bad('it does not begin with BEGIN:VCALENDAR');
  if (open.length > 1) throw bad('it is cut off');
  return calendar;
}

function* unfolded(text: string): Generator<string> {
  let line = '';
  for (const part of text.split(/\r\n|\n|\r/)) {
    if (part.startsWith(' ') || part.startsWith('\t')) {
      line += part.slice(1);
      if (line.length > LONGEST_LINE) throw bad('it has a line of more than 20,000 characters');
      continue;
    }
    if (line !== '') yield line;
    line = part;
  }
  if (line !== '') yield line;
}

/** A line that has no form at all says nothing; what we need is missing then, and that is said. */
function contentLine(line: string): ContentLine | undefined {
  if (line.length > LONGEST_LINE) throw bad('it has a line of more than 20,000 characters');
  const match = LINE.exec(line);
  if (!match) return undefined;
  const parameters: Record<string, string> = {};
  for (const [, name = '', value = ''] of (match[2] ?? '').matchAll(PARAMETER)) {
    parameters[name.toUpperCase()] = value.replace(/^"(.*)"$/, '$1');
  }
  return { name: (match[1] as string).toUpperCase(), parameters, value: match[3] ?? '' };
}

export function bad(why: string) {
  return invalid('BAD_CALENDAR', `This calendar cannot be taken: ${why}.`);
}

export function lineOf({ lines }: Component, name: string): ContentLine | undefined {
  return lines.find(line => line.name === name);
}

/** Texts are escaped (section 3.3.11). */
export function plainText(value: string): string {
  return value
    .replace(/\\([\\;,nN])/g, (_, mark: string) => (mark.toLowerCase() === 'n' ? ' ' : mark))
    .replace(/\s+/g, ' ')
    .trim();
}

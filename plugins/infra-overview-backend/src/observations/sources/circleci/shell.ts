import { parse } from 'shell-quote';

/** Simple commands of a script as lists of words; variables stay as `$NAME`. Nothing is run, nothing is looked up. */
export function commandsIn(script: string): readonly (readonly string[])[] {
  return logicalLines(script).flatMap(commandsOfLine);
}

function commandsOfLine(line: string): readonly (readonly string[])[] {
  const commands: string[][] = [[]];
  for (const entry of parse(line, name => `$${name}`)) {
    if (typeof entry === 'string') {
      commands.at(-1)?.push(entry);
    } else if ('pattern' in entry) {
      commands.at(-1)?.push(entry.pattern);
    } else if ('comment' in entry) {
      break;
    } else if (!['<', '>', '>>', '>&'].includes(entry.op)) {
      commands.push([]);
    }
  }
  return commands.map(withoutPrefix).filter(words => words.length > 0);
}

/** `NAME=value sudo exec heroku …` → `heroku …` */
function withoutPrefix(words: readonly string[]): readonly string[] {
  const first = words.findIndex(
    word => !/^[A-Za-z_]\w*=/.test(word) && !['sudo', 'exec', 'time', 'then', 'do'].includes(word),
  );
  return first === -1 ? [] : words.slice(first);
}

/** Lines that end inside quotes or with a backslash go on in the next one. */
function logicalLines(script: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let quote = '';
  for (let at = 0; at < script.length; at += 1) {
    const character = script.charAt(at);
    if (character === '\\' && quote !== "'") {
      const next = script.charAt(at + 1);
      line += next === '\n' ? ' ' : character + next;
      at += 1;
    } else if (character === '\n' && quote === '') {
      lines.push(line);
      line = '';
    } else {
      if (character === quote) quote = '';
      else if (quote === '' && (character === '"' || character === "'")) quote = character;
      line += character;
    }
  }
  return [...lines, line].filter(text => text.trim() !== '');
}

/** A source of made-up choices: the same question to the same draw has the same answer, whatever was asked before. */
export interface Draw {
  /** A whole number from 0 to below `below`. */
  number(question: string, below: number): number;
  /** True in that share of all draws. */
  chance(question: string, share: number): boolean;
  pick<T>(question: string, list: readonly [T, ...T[]]): T;
}

/** Answers depend on the seed and the question alone, so that nothing has to be remembered between them. */
export function drawFrom(seed: string): Draw {
  const share = (question: string) => hash(`${seed}/${question}`) / 2 ** 32;
  return {
    number: (question, below) => Math.floor(share(question) * below),
    chance: (question, likely) => share(question) < likely,
    pick: (question, list) => list[Math.floor(share(question) * list.length)] ?? list[0],
  };
}

/** FNV-1a with a final mix, so that neighbouring seeds look nothing alike. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** The same question at a command line, to paste into a pipeline or a terminal. */
export function canDeployCommand(entity: string, environment: string): string {
  return `deploy-windows can-deploy --entity ${quoted(entity)} --environment ${quoted(environment)} --wait PT2H`;
}

function quoted(word: string): string {
  return /^[\w.:/-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

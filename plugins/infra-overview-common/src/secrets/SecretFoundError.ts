/** Something looks like a secret. Says by which rule and where; never what. */
export class SecretFoundError extends Error {
  override readonly name = 'SecretFoundError';

  constructor(
    message: string,
    readonly rule: string,
    readonly place: { readonly where: string; readonly line?: number; readonly path?: string },
  ) {
    super(message);
  }
}

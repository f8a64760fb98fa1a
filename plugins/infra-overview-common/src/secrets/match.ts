/** Where in a text a rule saw something. Stays inside this room: people are told rule and place only. */
export interface Match {
  readonly rule: string;
  readonly index: number;
  readonly end: number;
}

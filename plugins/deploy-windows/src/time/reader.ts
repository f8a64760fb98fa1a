/** How the reader's computer shows time: the server is asked to write in it, and nothing else reads the host's zone. */
export interface Reader {
  readonly zone: string;
  readonly locale: string;
}

const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();

export const reader: Reader = {
  // Some hosts name no zone at all.
  zone: timeZone === undefined || timeZone === '' ? 'UTC' : timeZone,
  // One language for times, so that 03/04 is never read two ways. The pages are in English.
  locale: 'en-GB',
};

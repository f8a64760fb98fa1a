import { isRecord } from './pickAllowed';
import { refused, type Opened } from './rawResource';
import { openShownState } from './shownState';
import { openStateVersion4 } from './stateVersion4';

/** Knows which of the two forms a text has. What JSON.parse says of a text quotes it, and so is not passed on. */
export function openState(text: string): Opened {
  const json = parsed(text);
  if (json === undefined)
    return refused(
      text.trim() === '' ? 'it is empty' : 'it is not complete JSON; it may have been cut off',
    );
  if (!isRecord(json.value)) return refused('not a state: its top level is not an object');
  if (json.value.format_version !== undefined) return openShownState(json.value);
  if (json.value.encrypted_data !== undefined || json.value.encryption_version !== undefined)
    return refused('an encrypted state; give what `tofu show -json` prints of it');
  if (json.value.version !== undefined) return openStateVersion4(json.value);
  return refused('not a state: it has neither version nor format_version');
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

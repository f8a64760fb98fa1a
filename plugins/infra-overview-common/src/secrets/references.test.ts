import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REFERENCE_FORMS } from './references';

// This room knows nobody, so the forms stand here a second time.
it('are the forms of the document', () => {
  const source = readFileSync(join(__dirname, '../document/credentialRef.ts'), 'utf8');
  const forms = Array.from(source.matchAll(/pattern:\s*\/(.*)\/[,\s]/g), ([, form]) => form);
  expect(REFERENCE_FORMS.map(form => form.source)).toEqual(forms);
});

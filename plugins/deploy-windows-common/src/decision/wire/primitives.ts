import { z } from 'zod';

export const text = z.string();
export const texts = z.array(text);
export const reasonText = z
  .string()
  .trim()
  .min(10, 'give a reason of at least 10 characters')
  .max(2_000);

/** How times are shown: IANA zone (default: the project's) and BCP 47 language (default: en-GB). */
export const display = {
  zone: text.max(100).exactOptional(),
  locale: text.max(35).exactOptional(),
};

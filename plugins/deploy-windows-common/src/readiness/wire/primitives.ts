import { z } from 'zod';

export const text = z.string();
export const texts = z.array(text);
export const count = z.number().int();
export const free = z.string().trim().max(2_000);
export const httpsUrl = z
  .url({ protocol: /^https$/, error: 'write an https address' })
  .max(2_000)
  .refine(address => !/\/\/[^/]*@/.test(address), 'leave user and password out of the address');

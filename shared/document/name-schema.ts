import { z } from 'zod';
import { linePattern } from './plain-characters.js';

/** Name of a unit or a person: one line, not blank at its ends. */
export const nameSchema = z
  .string()
  .min(1)
  .max(80)
  .regex(linePattern)
  .refine((name) => name.trim() === name);

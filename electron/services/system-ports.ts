import { randomUUID } from 'node:crypto';
import type { Clock, Ids } from './ports.js';

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };

/** Random ids, unique for all practical purposes. */
export const randomIds: Ids = { next: () => randomUUID() };

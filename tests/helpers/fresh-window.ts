/** Before each file of tests that share a process: a new window, and the program's own modules as if nothing had run before it. */
import { vi } from 'vitest';

vi.useRealTimers();
vi.resetModules();
openFreshWindow();

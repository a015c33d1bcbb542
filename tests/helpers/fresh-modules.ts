/** Before each file of tests that share a process: the program's own modules as if nothing had run before it. */
import { vi } from 'vitest';

vi.resetModules();

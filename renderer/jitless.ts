import { z } from 'zod';

/* The content security policy forbids eval; without this zod probes for it once and the policy logs a violation. */
z.config({ jitless: true });

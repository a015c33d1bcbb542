/** Copies the bundle argv[2] into the quarantine of the user's folder argv[3], says so, and waits to be killed. */
import { quarantine } from '../../electron/services/bundle/quarantine.js';

const [, , file = '', userFolder = ''] = process.argv;
await quarantine(file, userFolder);
process.stdout.write('here');
setInterval(() => undefined, 1000);

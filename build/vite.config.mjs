import react from '@vitejs/plugin-react';
import { join } from 'node:path';

/**
 * The window's build. Scripts go to `bundle/`, because `/assets/` is where a host serves fonts, manual and samples;
 * nothing is inlined or preloaded by script, which the content security policy would refuse.
 */
export function windowConfig(root) {
  return {
    configFile: false,
    root: join(root, 'renderer'),
    base: './',
    logLevel: 'warn',
    plugins: [react()],
    publicDir: false,
    build: {
      outDir: join(root, 'dist', 'renderer'),
      emptyOutDir: true,
      assetsDir: 'bundle',
      assetsInlineLimit: 0,
      target: 'chrome120',
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
      sourcemap: false,
    },
  };
}

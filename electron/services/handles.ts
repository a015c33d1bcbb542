import { AppError } from '../../shared/app-error.js';

/**
 * Names for paths that cross to the window: the window can only give back a handle this side issued, so it can never
 * point the services at a path of its own.
 */
export interface Handles {
  /** The handle of a path; the same path gets the same handle. */
  issue(path: string): string;
  /** @throws AppError `bad-request` for a handle that was never issued */
  resolve(handle: string): string;
}

export function createHandles(): Handles {
  const pathByHandle = new Map<string, string>();
  const handleByPath = new Map<string, string>();
  return {
    issue(path) {
      const known = handleByPath.get(path);
      if (known !== undefined) return known;
      const handle = `h${handleByPath.size + 1}`;
      handleByPath.set(path, handle);
      pathByHandle.set(handle, path);
      return handle;
    },
    resolve(handle) {
      const path = pathByHandle.get(handle);
      if (path === undefined) throw new AppError('bad-request', '所选文件夹已失效，请重新选择。');
      return path;
    },
  };
}

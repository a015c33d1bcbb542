/** Files dropped or chosen in the window on their way to the services, piece by piece. */
import { uploadLimits } from '../shared/import-limits.js';
import { call, CallFailure, sendChunk } from './bridge.js';

/**
 * Sends a file over and hands its handle to `take`, which makes the call that takes it; memory holds one piece of it at a
 * time. Nothing of it is kept when either fails.
 * @throws CallFailure, `cancelled` among them; DOMException when the file cannot be read
 */
export async function withUpload<Value>(file: File, take: (upload: string) => Promise<Value>, signal?: AbortSignal): Promise<Value> {
  const { upload } = await call('upload.open', { name: file.name, size: file.size });
  try {
    for (let start = 0; start < file.size; start += uploadLimits.chunkBytes) {
      if (signal?.aborted) throw new CallFailure('cancelled', '已取消。');
      await sendChunk(upload, await file.slice(start, start + uploadLimits.chunkBytes).arrayBuffer());
    }
    return await take(upload);
  } catch (failure) {
    await call('upload.drop', { upload }).catch(() => undefined);
    throw failure;
  }
}

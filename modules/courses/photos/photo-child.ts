/** Makes one photo small and ends: whatever a photo does to it, the process that serves pages is another one. */
import { shrinkPhoto } from './shrink-photo.js';

process.once('message', (photo: Uint8Array) => {
  void shrinkPhoto(photo).then((shrunk) => process.send?.(shrunk, () => process.disconnect()));
});

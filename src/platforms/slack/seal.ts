import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Hides texts from everybody without the key, and knows its own again. */
export interface Seal {
  /** Different each time. @param purpose is bound in: what was sealed for one cannot be opened for another */
  close(text: string, purpose: string): string;
  /** Null for what was not sealed with this key for this purpose. */
  open(sealed: string, purpose: string): string | null;
}

const CIPHER = 'aes-256-gcm';
const [IV, TAG] = [12, 16];

/** @param key 32 bytes */
export function sealWith(key: Uint8Array): Seal {
  return {
    close(text, purpose) {
      const iv = randomBytes(IV);
      const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(purpose));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(sealed, purpose) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < IV + TAG) return null;
      try {
        const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV), {
          authTagLength: TAG,
        });
        decipher.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(IV, IV + TAG));
        return (
          decipher.update(bytes.subarray(IV + TAG), undefined, 'utf8') + decipher.final('utf8')
        );
      } catch {
        return null;
      }
    },
  };
}

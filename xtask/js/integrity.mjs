// The hash by which a browser knows a file again (Subresource Integrity).
import { createHash } from 'node:crypto';
import fs from 'node:fs';

export const integrityOf = (file) => `sha256-${createHash('sha256').update(fs.readFileSync(file)).digest('base64')}`;

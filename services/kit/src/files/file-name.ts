// PT-03, and what the file systems take that people download to.
const longest = 255;
// Control characters, path separators, and the marks that turn text around, which can disguise an extension.
const refused = /[\p{Cc}/\\\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** Whether a name can be stored and shown exactly as it is. */
export function isFileName(name: string): boolean {
  return name.trim() !== '' && name.length <= longest && name.isWellFormed() && !refused.test(name) && !/^\.+$/.test(name);
}

/** `Content-Disposition: attachment` with the exact name (RFC 6266, RFC 8187) and a plain one for old clients. */
export function contentDisposition(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{Mn}/gu, '').replace(/[^\w .()-]/g, '_');
  const exact = encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}

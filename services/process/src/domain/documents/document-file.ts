/** Content in the file store. */
export interface DocumentFile {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** How the public checks a signed document (SG-06): the code has at least 128 bits, the CRC 8 hexadecimal digits. */
export interface Verification {
  readonly code: string;
  readonly crc: string;
}

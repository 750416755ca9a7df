/** Node's codes of a write for which there is no space: on the disk, in a quota, or within the largest file allowed. */
const codes = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** MongoDB's code for the same, which the embedded store uses too. */
const outOfDiskSpace = 14031;

/** Whether an error, or one of its causes, means that a disk is full. */
export function isFullDisk(error: unknown): boolean {
  for (let each = error, depth = 0; each instanceof Error && depth < 8; each = each.cause, depth++) {
    const { code } = each as NodeJS.ErrnoException;
    if (codes.has(String(code)) || Number(code) === outOfDiskSpace) return true;
    if (/\bENOSPC\b|\bEFBIG\b|\bEDQUOT\b|No space left on device|File too large|MDB_MAP_FULL/.test(each.message))
      return true;
  }
  return false;
}

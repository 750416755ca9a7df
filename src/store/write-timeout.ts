/** Other writers held the lock for too long; nothing was written. */
export class WriteTimeout extends Error {
  constructor() {
    super('Other writers did not end in time; nothing was written');
    this.name = 'WriteTimeout';
  }
}

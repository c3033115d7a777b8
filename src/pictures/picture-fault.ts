/** A picture could not be drawn. The message is one sentence that says what to do. */
export class PictureFault extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PictureFault';
  }
}

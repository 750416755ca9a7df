/** The max size of the body of a request, and of a message on a WebSocket. */
export const maxBodyBytes = 256 * 1024;

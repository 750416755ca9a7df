/** Fetches a file with these headers and saves it under a name. Fails with a reason in words, and then saves nothing. */
export async function saveResponse(path: string, headers: Record<string, string>, name: string): Promise<void> {
  const response = await fetch(path, { headers }).catch(() => null);
  if (!response) throw new Error('The server cannot be reached.');
  if (!response.ok) throw new Error(`Not saved: ${await reasonOf(response)}`);
  const blob = await response.blob().catch(() => null);
  if (!blob) throw new Error('The server broke off. Nothing was saved.');
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

async function reasonOf(response: Response): Promise<string> {
  const text = await response.text().catch(() => '');
  try {
    const { errors } = JSON.parse(text) as { errors?: { message?: string }[] };
    if (errors?.[0]?.message) return errors[0].message;
  } catch {
    // Not JSON, as of a proxy.
  }
  return `HTTP status ${response.status}`;
}

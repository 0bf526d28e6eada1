export async function runDoctor(_: { json: boolean }): Promise<void> {}

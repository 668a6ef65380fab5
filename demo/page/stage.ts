export async function openStage(): Promise<void> {}

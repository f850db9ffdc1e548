export const DOCUMENT_FREQUENCY = `300 정부`;

/** What the export writes and its checksum covers, relative to its folder. */
export const USE_LITE_FILES = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model.onnx'];
/**
 * Name of the folder of the export. The number is that of the exporter: raise it whenever the files would come out different, so
 * that an older export is not taken for a new one.
 */
export const USE_LITE_FOLDER = 'use-lite-v1';
//# sourceMappingURL=files.js.map
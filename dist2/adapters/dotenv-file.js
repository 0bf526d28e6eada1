/** The only file that knows dotenv. */
import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
/** The variables that a `.env` file sets; none where there is no such file. The process's environment is left alone. */
export function loadEnvironmentFile(file) {
    try {
        return parse(readFileSync(file));
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
            return {};
        throw error;
    }
}
//# sourceMappingURL=dotenv-file.js.map
// `npm run dev`: the site while you write, made anew at each change. PORT chooses another port.
import { createServer } from 'vite';

// See build.mjs.
process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true';
const port = Number(process.env.PORT) || undefined;
const server = await createServer({ configLoader: 'bundle', server: { port } });
await server.listen();
server.printUrls();

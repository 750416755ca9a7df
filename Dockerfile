# Node 24 has the longest support (README, "Supported versions"). Dependencies have their own layer, so that they are
# installed again only when a package.json or the lockfile changes.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY packages/embedded-store/package.json packages/embedded-store/
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:24-slim
WORKDIR /app
# Set ALLOWED_HOSTS to the name by which clients reach the container.
ENV NODE_ENV=production HOST=0.0.0.0 ALLOWED_HOSTS=localhost DATA_DIR=/data
RUN mkdir /data && chown node /data
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/package.json /app/schema.graphql ./
COPY --from=build /app/bin bin
COPY --from=build /app/seed seed
COPY --from=build /app/packages packages
COPY --from=build /app/dist dist
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 4000) + '/livez').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=64", "dist/src/main.js"]

# Hostmaster as a container. Configure it by environment: see .env.example. What learners do is kept in /data.
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production DATABASE_URL=sqlite:/data/hostmaster.db HOST=0.0.0.0 PORT=3000 \
    HEALTH_HOST=127.0.0.1 HEALTH_PORT=9090
WORKDIR /app
RUN mkdir /data && chown node:node /data
COPY --from=packages /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY src ./src
COPY questions ./questions
COPY data ./data
USER node
VOLUME /data
EXPOSE 3000
# Asked inside the container, where nobody else can: may people be sent here? It has to be open for that: HEALTH_PORT.
HEALTHCHECK --interval=30s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HEALTH_PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/main.ts"]

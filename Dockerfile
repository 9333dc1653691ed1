# Hostmaster as a container. Configure it by environment: see .env.example. What learners do is kept in /data.
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production DATABASE_URL=sqlite:/data/hostmaster.db HOST=0.0.0.0 PORT=3000
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
CMD ["node", "src/main.ts"]

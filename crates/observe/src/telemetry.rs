//! Traces and metrics for an OpenTelemetry collector, when one is configured.
//!
//! What is recorded is what the log has anyway: routes, codes, tables, times. No header, no body, no name.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use metrics::{
    Counter, CounterFn, Gauge, GaugeFn, Histogram, HistogramFn, Key, KeyName, Metadata, Recorder,
    SharedString, Unit,
};
use opentelemetry::metrics::{Meter, MeterProvider as _};
use opentelemetry::propagation::TextMapPropagator as _;
use opentelemetry::trace::TracerProvider as _;
use opentelemetry::{KeyValue, metrics as otel};
use opentelemetry_otlp::{MetricExporter, Protocol, SpanExporter, WithExportConfig as _};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::metrics::{PeriodicReader, SdkMeterProvider};
use opentelemetry_sdk::propagation::TraceContextPropagator;
use opentelemetry_sdk::trace::{SdkTracer, SdkTracerProvider};
use tracing::Span;
use tracing_opentelemetry::OpenTelemetrySpanExt as _;

/// The name under which spans and metrics arrive.
const SERVICE: &str = "atelier";

/// A connection to a collector. It sends in the background; what it can't send is dropped, never waited for.
#[derive(Clone)]
pub struct Telemetry {
    traces: SdkTracerProvider,
    numbers: SdkMeterProvider,
}

/// The collector's address can't be used.
#[derive(Debug, thiserror::Error)]
#[error("the collector's address {endpoint:?} can't be used: {reason}")]
pub struct BadCollector {
    endpoint: String,
    reason: String,
}

impl Telemetry {
    /// Sends spans and, at that interval, metrics to the collector at the address: OTLP over HTTP with
    /// protobuf, to `/v1/traces` and `/v1/metrics` below it. Nothing is sent until there is something.
    ///
    /// # Errors
    /// [`BadCollector`] for an address that isn't one. One that doesn't answer is no error.
    pub fn connect(endpoint: &str, every: Duration) -> Result<Self, BadCollector> {
        let bad = |reason: String| BadCollector { endpoint: endpoint.into(), reason };
        // The exporter's HTTP client asks for the process's; an error means that it is set already.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let base = endpoint.trim_end_matches('/');
        let spans = SpanExporter::builder()
            .with_http()
            .with_protocol(Protocol::HttpBinary)
            .with_endpoint(format!("{base}/v1/traces"))
            .build()
            .map_err(|error| bad(error.to_string()))?;
        let numbers = MetricExporter::builder()
            .with_http()
            .with_protocol(Protocol::HttpBinary)
            .with_endpoint(format!("{base}/v1/metrics"))
            .build()
            .map_err(|error| bad(error.to_string()))?;
        let resource = Resource::builder().with_service_name(SERVICE).build();
        let traces =
            SdkTracerProvider::builder().with_batch_exporter(spans).with_resource(resource.clone()).build();
        let reader = PeriodicReader::builder(numbers).with_interval(every).build();
        let numbers = SdkMeterProvider::builder().with_reader(reader).with_resource(resource).build();
        Ok(Self { traces, numbers })
    }

    pub(crate) fn tracer(&self) -> SdkTracer {
        self.traces.tracer(SERVICE)
    }

    pub(crate) fn recorder(&self) -> Forward {
        Forward { meter: self.numbers.meter(SERVICE) }
    }

    /// Sends what waits, before the process ends. It blocks for some seconds at most.
    pub fn flush(&self) {
        if let Err(error) = self.traces.force_flush().and_then(|()| self.numbers.force_flush()) {
            tracing::debug!(%error, "the collector did not take the last spans and metrics");
        }
    }
}

/// Makes the span a part of the trace that the caller is in, as its `traceparent` header says.
pub fn join_trace(span: &Span, traceparent: &str) {
    let headers = HashMap::from([("traceparent".to_owned(), traceparent.to_owned())]);
    let context = TraceContextPropagator::new().extract(&headers);
    // Without a collector there is no trace to join.
    let _ = span.set_parent(context);
}

/// Hands what is counted to the collector's instruments.
pub(crate) struct Forward {
    meter: Meter,
}

fn labels(key: &Key) -> Vec<KeyValue> {
    key.labels().map(|label| KeyValue::new(label.key().to_owned(), label.value().to_owned())).collect()
}

impl Recorder for Forward {
    fn describe_counter(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}
    fn describe_gauge(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}
    fn describe_histogram(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

    fn register_counter(&self, key: &Key, _: &Metadata<'_>) -> Counter {
        let counter = self.meter.u64_counter(key.name().to_owned()).build();
        Counter::from_arc(Arc::new(Counted { counter, labels: labels(key), sent: AtomicU64::new(0) }))
    }

    fn register_gauge(&self, key: &Key, _: &Metadata<'_>) -> Gauge {
        let gauge = self.meter.f64_gauge(key.name().to_owned()).build();
        Gauge::from_arc(Arc::new(Gauged { gauge, labels: labels(key), value: AtomicU64::new(0) }))
    }

    fn register_histogram(&self, key: &Key, _: &Metadata<'_>) -> Histogram {
        let histogram = self.meter.f64_histogram(key.name().to_owned()).build();
        Histogram::from_arc(Arc::new(Spread { histogram, labels: labels(key) }))
    }
}

struct Counted {
    counter: otel::Counter<u64>,
    labels: Vec<KeyValue>,
    sent: AtomicU64,
}

impl CounterFn for Counted {
    fn increment(&self, value: u64) {
        self.sent.fetch_add(value, Ordering::Relaxed);
        self.counter.add(value, &self.labels);
    }

    fn absolute(&self, value: u64) {
        let before = self.sent.fetch_max(value, Ordering::Relaxed);
        self.counter.add(value.saturating_sub(before), &self.labels);
    }
}

struct Gauged {
    gauge: otel::Gauge<f64>,
    labels: Vec<KeyValue>,
    /// The bits of the last value.
    value: AtomicU64,
}

impl Gauged {
    fn change(&self, change: impl Fn(f64) -> f64) {
        let next = |bits| Some(change(f64::from_bits(bits)).to_bits());
        let before = self.value.fetch_update(Ordering::Relaxed, Ordering::Relaxed, next);
        let before = before.unwrap_or_else(|bits| bits);
        self.gauge.record(change(f64::from_bits(before)), &self.labels);
    }
}

impl GaugeFn for Gauged {
    fn increment(&self, value: f64) {
        self.change(|before| before + value);
    }

    fn decrement(&self, value: f64) {
        self.change(|before| before - value);
    }

    fn set(&self, value: f64) {
        self.change(|_| value);
    }
}

struct Spread {
    histogram: otel::Histogram<f64>,
    labels: Vec<KeyValue>,
}

impl HistogramFn for Spread {
    fn record(&self, value: f64) {
        self.histogram.record(value, &self.labels);
    }
}
